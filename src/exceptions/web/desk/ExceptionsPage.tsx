import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { shown, topics } from '#exceptions/rules/topics.ts';
import { askSchools } from '#schools/web/schools.ts';
import { chosenIn, Filters } from '#ui/parts/Filters.tsx';
import { MorePages } from '#ui/parts/MorePages.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { buttonClass, Nothing, NotYet, Select, withQuery } from '#ui/ui.ts';
import { ExceptionLine } from '../ExceptionLine.tsx';
import type { ExceptionsSearch } from '../search.ts';
import { useExceptionWords } from '../words.ts';
import { askExceptions, useLiveExceptions } from './asking.ts';
import { Deeds } from './Deeds.tsx';

/** What the group has taken on of the schools' own: over all of them, as the address narrows it. */
export function ExceptionsPage() {
  const words = useExceptionWords();
  const search = useSearch({ from: '/desk/exceptions' });
  const asked = useInfiniteQuery(askExceptions(search));
  useLiveExceptions();
  const [first] = asked.data?.pages ?? [];
  const items = asked.data?.pages.flatMap(page => page.items);
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <a className={buttonClass({})} href={withQuery('/api/exceptions/file', { ...search })} download>
          {words.as_file}
        </a>
      }
    >
      <Narrowing search={search} />
      <NotYet asked={asked} lines={8} words={words} />
      {first && <p className="quiet t-13">{words.count(first.total, first.minutes)}</p>}
      {items?.length === 0 &&
        (Object.keys(search).length > 0 ? (
          <Nothing title={words.none_found} hint={words.none_found_hint} />
        ) : (
          <Nothing title={words.none} hint={words.none_hint} />
        ))}
      {items && items.length > 0 && (
        <ul className="lines exception-list">
          {items.map(exception => (
            <ExceptionLine
              key={exception.id}
              exception={exception}
              ticket={toTicket}
              where={
                exception.school ? (
                  <Link to="/desk/schools/$id" params={{ id: String(exception.school.id) }}>
                    {exception.school.name}
                  </Link>
                ) : (
                  words.every_school
                )
              }
              deeds={<Deeds exception={exception} usual_until={first!.usual_until} />}
            />
          ))}
        </ul>
      )}
      <MorePages asked={asked}>{words.more}</MorePages>
    </WorkPage>
  );
}

export const toTicket = (number: number, name: string) => (
  <Link to="/desk/tickets/$number" params={{ number: String(number) }}>
    {name}
  </Link>
);

function Narrowing({ search }: { search: ExceptionsSearch }) {
  const words = useExceptionWords();
  const navigate = useNavigate();
  const schools = useQuery(askSchools()).data ?? [];
  const go = (to: ExceptionsSearch) => void navigate({ to: '/desk/exceptions', search: to, replace: true });
  const chosen = chosenIn(search, go);
  return (
    <Filters {...{ search, go }} words={{ title: words.filters, clear: words.clear }}>
      <Select label={words.show} {...chosen('show', 'now')}>
        {shown.map(name => (
          <option key={name} value={name}>
            {words.shows[name]}
          </option>
        ))}
      </Select>
      <Select label={words.school} {...chosen('school')}>
        <option value="">{words.any_school}</option>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={words.topic} {...chosen('topic')}>
        <option value="">{words.any_topic}</option>
        {topics.map(topic => (
          <option key={topic} value={topic}>
            {words.topics[topic]}
          </option>
        ))}
      </Select>
    </Filters>
  );
}
