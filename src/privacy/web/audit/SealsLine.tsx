import { useQuery } from '@tanstack/react-query';
import type { Seals } from '#privacy/rules/audit.ts';
import { api, Button, Notice, Problem } from '#ui/ui.ts';
import { useAuditWords } from './asking.ts';

/** Whether the log still is what was sealed: checked when somebody asks, since all of it is read for that. */
export function SealsLine() {
  const words = useAuditWords().seals;
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['audit-seals'],
    queryFn: ({ signal }) => api.get<Seals>('/api/audit/seals', { signal }),
    enabled: false,
    retry: false,
  });
  return (
    <div className="seals">
      <p className="t-13 quiet">{words.about}</p>
      <Button small disabled={isFetching} onClick={() => void refetch()}>
        {isFetching ? words.checking : words.check}
      </Button>
      <div role="status">
        {error instanceof Problem && <Notice tone="bad" title={error.detail} />}
        {data && (
          <Notice tone={data.hold ? 'good' : 'bad'} title={data.hold ? words.hold : words.broken}>
            <ul className="t-13">
              {data.items.map(({ log, up_to, sealed, broken }) => {
                const name = words.logs[log] ?? log;
                if (broken !== null) return <li key={log}>{words.broken_line(name, broken)}</li>;
                return <li key={log}>{sealed ? words.line(name, up_to, sealed.words) : words.none(name)}</li>;
              })}
            </ul>
          </Notice>
        )}
      </div>
    </div>
  );
}
