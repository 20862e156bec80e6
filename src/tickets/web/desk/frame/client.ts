import { QueryClient } from '@tanstack/react-query';
import { Problem } from '#ui/ui.ts';

/** A bad line is tried again; a refusal is an answer. */
function isWorthTrying(failures: number, error: unknown): boolean {
  const status = error instanceof Problem ? error.status : undefined;
  return failures < 2 && (status === 0 || (status !== undefined && status >= 500));
}

export const makeClient = (): QueryClient =>
  new QueryClient({ defaultOptions: { queries: { retry: isWorthTrying, staleTime: 5_000 } } });
