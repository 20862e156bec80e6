import type { Reports } from '#forum/rules/topic.ts';
import { api, attempt, Button, Time, useGet, useLive } from '#ui/ui.ts';
import { useWay } from '../way.ts';
import { useForumWords } from '../words.ts';

/** For the desk: what was reported and nobody has looked at, with what is wrong with it. */
export function ReportsPart() {
  const words = useForumWords().reports;
  const { base, Link } = useWay();
  const { data, reload } = useGet<Reports>('/api/forum/reports');
  useLive(
    () => {},
    first => !first && reload(),
    ({ kind }) => kind === 'forum' && reload(),
  );
  if (!data) return null;
  if (data.items.length === 0) return <p className="quiet">{words.none}</p>;
  const settle = (id: number) =>
    attempt(
      async () => {
        await api.put(`/api/forum/reports/${id}/settling`, {});
        return words.settled;
      },
      async () => reload(),
    );
  return (
    <ul className="sheet topic-lines" aria-label={words.title}>
      {data.items.map(report => (
        <li key={report.id}>
          <div>
            <p>
              <q>{report.why}</q>
            </p>
            <p className="quiet t-14">
              {words.by(report.by, report.school)} · <Time moment={report.at} />
            </p>
            <p className="second t-14 reported-text">
              <Link to={`${base}/${report.topic.id}${report.answer ? `#answer-${report.answer}` : ''}`}>
                {report.topic.title}
              </Link>
              : {report.text}
            </p>
          </div>
          <p className="deeds">
            <Button small onClick={() => void settle(report.id)}>
              {words.settle}
            </Button>
          </p>
        </li>
      ))}
    </ul>
  );
}
