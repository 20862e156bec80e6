import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Export } from '#reports/rules/exports/export.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, buttonClass, Nothing, NotYet, Problem, Time, toast, useLive } from '#ui/ui.ts';
import { askExports, underWay, useExportWords } from '../asking.ts';
import './exports.css';

/** One's own exports of the last day: how far they are, and their files. */
export function ExportsPage() {
  const words = useExportWords();
  const client = useQueryClient();
  const asked = useQuery(askExports());
  const { data } = asked;
  useLive(
    () => undefined,
    undefined,
    ({ kind }) => void (kind === 'exports' && client.invalidateQueries({ queryKey: ['exports'] })),
  );
  return (
    <WorkPage
      above={<Link to="/desk/dashboard">{words.dashboard}</Link>}
      title={words.title}
      lead={words.lead}
    >
      <NotYet asked={asked} lines={4} words={words} />
      {data?.length === 0 && (
        <Nothing title={words.none} hint={words.none_hint}>
          <Link to="/desk" search={{}}>
            {words.none_do}
          </Link>
        </Nothing>
      )}
      {data && data.length > 0 && (
        <ul className="lines exports">
          {data.map(item => (
            <ExportLine key={item.id} item={item} />
          ))}
        </ul>
      )}
    </WorkPage>
  );
}

function ExportLine({ item }: { item: Export }) {
  const words = useExportWords();
  const client = useQueryClient();
  const under_way = underWay(item);
  const remove = async () => {
    try {
      await api.delete(`/api/exports/${item.id}`);
      toast({ text: under_way ? words.cancelled(item.name) : words.removed(item.name) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ text: error.detail });
    }
    await client.invalidateQueries({ queryKey: ['exports'] });
  };
  return (
    <li>
      <span className="line-text">
        <span className="name">{item.name}</span> <span className="quiet">{item.format.toUpperCase()}</span>
        <br />
        <span className="quiet t-13">
          <StateOf item={item} /> · {words.asked} <Time moment={item.asked} />
          {item.state === 'ready' && (
            <>
              , {words.until} <Time moment={item.kept_until} />
            </>
          )}
        </span>
        {under_way && (
          <progress
            {...(item.total !== null && { value: item.done, max: Math.max(1, item.total) })}
            aria-label={item.name}
          />
        )}
      </span>
      <span className="deeds">
        {item.state === 'ready' && (
          <a
            className={buttonClass({ small: true })}
            href={`/api/exports/${item.id}/file`}
            download
            aria-label={words.download_what(item.name)}
          >
            {words.download}
          </a>
        )}
        <Button
          look="bare"
          small
          aria-label={under_way ? words.cancel_what(item.name) : words.remove_what(item.name)}
          onClick={() => void remove()}
        >
          {under_way ? words.cancel : words.remove}
        </Button>
      </span>
    </li>
  );
}

function StateOf({ item: { state, done, total, size } }: { item: Export }) {
  const words = useExportWords();
  if (state === 'running' && total !== null) return `${words.states.running}: ${words.progress(done, total)}`;
  return state === 'ready' && size !== null ? words.holds(done, sizeWords(size)) : words.states[state];
}

const sizeWords = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;
