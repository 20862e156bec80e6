import type { TopicLine } from '#forum/rules/topic.ts';
import type { TicketWords } from '#tickets/rules/words/en.ts';
import { Time, wordsOf } from '#ui/ui.ts';
import { useWay } from '../way.ts';
import { useForumWords } from '../words.ts';

const useTicketWords = wordsOf<TicketWords>('tickets');

/** Topics: what each asks, who asked, and how it stands. */
export function TopicLines({ items }: { items: readonly TopicLine[] }) {
  return (
    <ul className="sheet topic-lines">
      {items.map(item => (
        <Line key={item.id} line={item} />
      ))}
    </ul>
  );
}

function Line({ line }: { line: TopicLine }) {
  const words = useForumWords();
  const { categories } = useTicketWords();
  const { base, Link } = useWay();
  const said = words.line;
  const tags: [on: boolean, name: string, kind?: string][] = [
    [line.mentioned, said.mentioned, 'fresh'],
    [line.fresh && !line.mentioned, said.fresh, 'fresh'],
    [line.accepted, said.accepted, 'good'],
    [line.locked, said.locked],
    [line.hidden, said.hidden],
    [line.waiting, said.waiting],
    [line.reports > 0, said.reports(line.reports)],
  ];
  return (
    <li>
      <div>
        <Link to={`${base}/${line.id}`} className="name" lang={line.lang}>
          {line.title}
        </Link>{' '}
        {tags.map(
          ([on, name, kind]) =>
            on && (
              <span key={name} className={kind ? `tag ${kind}` : 'tag'}>
                {name}
              </span>
            ),
        )}
        <p className="quiet t-14">
          {[line.by.name, line.by.igroup ? words.igroup : line.by.school, categories[line.area]]
            .filter(Boolean)
            .join(' · ')}
        </p>
      </div>
      <p className="second t-14">
        <span>{line.answers > 0 ? said.answers(line.answers) : said.unanswered}</span>
        {line.me_toos > 0 && <span>{said.me_toos(line.me_toos)}</span>}
        <span className="quiet when">
          <Time moment={line.last} />
        </span>
      </p>
    </li>
  );
}
