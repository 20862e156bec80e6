import { queryOptions } from '@tanstack/react-query';
import type { View, ViewCounts } from '#tickets/rules/lists/view.ts';
import { api } from '#ui/ui.ts';

export const askViews = () =>
  queryOptions({
    queryKey: ['views'],
    queryFn: ({ signal }) => api.get<{ items: View[] }>('/api/views', { signal }),
    select: ({ items }) => items,
  });

export const askViewCounts = () =>
  queryOptions({
    queryKey: ['view-counts'],
    queryFn: ({ signal }) => api.get<ViewCounts>('/api/views/counts', { signal }),
  });
