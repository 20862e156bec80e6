import { queryOptions } from '@tanstack/react-query';
import type { Checklists } from '#tickets/rules/tasks/checklist.ts';
import { api } from '#ui/ui.ts';

export const askChecklists = () =>
  queryOptions({
    queryKey: ['checklists'],
    queryFn: ({ signal }) => api.get<Checklists>('/api/checklists', { signal }),
  });
