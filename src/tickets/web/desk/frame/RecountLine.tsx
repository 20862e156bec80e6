import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Recounts } from '#tickets/rules/clocks/schemas.ts';
import { api, useLive } from '#ui/ui.ts';
import '../bulk/bulk.css';
import { useClockWords } from '../../clocks/words/use-words.ts';

const askRecounts = queryOptions({
  queryKey: ['recounts'],
  queryFn: ({ signal }) => api.get<Recounts>('/api/clocks/recounts', { signal }),
});

/** While a changed calendar is counted into the open tickets: how far that is, wherever one is at the desk. */
export function RecountLine() {
  const words = useClockWords();
  const client = useQueryClient();
  const { done = 0, total = 0 } = useQuery(askRecounts).data ?? {};
  useLive(
    () => {},
    undefined,
    ({ kind }) => kind === 'recount' && void client.invalidateQueries(askRecounts),
  );
  if (total === 0) return null;
  return (
    <section className="bulk-line no-print" aria-label={words.recounting}>
      <progress aria-label={words.recounting} max={total} value={done} />
      <span className="what">{words.recounting}</span>
      <span className="quiet" role="status">
        {words.recounted(done, total)}
      </span>
    </section>
  );
}
