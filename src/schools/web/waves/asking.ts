import { queryOptions } from '@tanstack/react-query';
import type { Waves } from '#schools/rules/wave.ts';
import { api } from '#ui/ui.ts';

export const askWaves = () =>
  queryOptions({
    queryKey: ['schools', 'waves'],
    queryFn: ({ signal }) => api.get<Waves>('/api/waves', { signal }),
    staleTime: 60_000,
  });
