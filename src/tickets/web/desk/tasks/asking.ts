import { queryOptions } from '@tanstack/react-query';
import type { MyTasks } from '#tickets/rules/tasks/task.ts';
import { api } from '#ui/ui.ts';

export const askMyTasks = () =>
  queryOptions({
    queryKey: ['tasks'],
    queryFn: ({ signal }) => api.get<MyTasks>('/api/tasks', { signal }),
  });
