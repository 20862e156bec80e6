import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Months, Statement } from '#reports/rules/statements/statement.ts';
import { api, withQuery } from '#ui/ui.ts';

export const askMonths = () =>
  queryOptions({
    queryKey: ['statements'],
    queryFn: ({ signal }) => api.get<Months>('/api/statements', { signal }),
  });

export const askStatement = (month: string, school: string | undefined) =>
  queryOptions({
    queryKey: ['statements', month, school],
    queryFn: ({ signal }) =>
      api.get<Statement>(withQuery(`/api/statements/${month}`, { school }), { signal }),
    placeholderData: keepPreviousData,
  });
