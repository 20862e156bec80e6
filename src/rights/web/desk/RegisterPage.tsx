import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { askSchools } from '#schools/web/schools.ts';
import type { Register } from '#rights/rules/register.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { chosenIn, Filters } from '#ui/parts/Filters.tsx';
import { MorePages } from '#ui/parts/MorePages.tsx';
import { buttonClass, CheckBox, Nothing, NotYet, Select, withQuery } from '#ui/ui.ts';
import type { RightsSearch } from '../search.ts';
import { useRightsWords } from '../words.ts';
import { askRegister, useLiveRights } from './asking.ts';
import { RightLines } from './RightLines.tsx';
import '../rights.css';

/** Who has what at which school: over all of them, as the address narrows it. */
export function RegisterPage() {
  const words = useRightsWords();
  const search = useSearch({ from: '/desk/rights' });
  const asked = useInfiniteQuery(askRegister(search));
  useLiveRights();
  const rights = asked.data?.pages.flatMap(page => page.items);
  const first = asked.data?.pages[0];
  const narrowed = Object.keys(search).length > 0;
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <>
          {first?.can.ask && (
            <Link className={buttonClass({})} to="/desk/rights/new" search={{}}>
              {words.on_behalf}
            </Link>
          )}
          <Link className={buttonClass({})} to="/desk" search={{ request: 'rights' }}>
            {words.requests}
          </Link>
          <a className={buttonClass({})} href={withQuery('/api/rights/file', search)} download>
            {words.as_file}
          </a>
        </>
      }
    >
      <Narrowing search={search} approvers={first?.approvers ?? []} />
      <NotYet asked={asked} lines={8} words={words} />
      {first && <p className="quiet t-13">{words.count(first.total)}</p>}
      {rights?.length === 0 &&
        (narrowed ? (
          <Nothing title={words.none_found} hint={words.none_found_hint} />
        ) : (
          <Nothing title={words.none} hint={words.none_hint} />
        ))}
      {rights && rights.length > 0 && <RightLines rights={rights} schools />}
      <MorePages asked={asked}>{words.more}</MorePages>
    </WorkPage>
  );
}

const soon_days = ['14', '30', '90'];

function Narrowing({ search, approvers }: { search: RightsSearch; approvers: Register['approvers'] }) {
  const words = useRightsWords();
  const navigate = useNavigate();
  const schools = useQuery(askSchools()).data ?? [];
  const go = (to: RightsSearch) => void navigate({ to: '/desk/rights', search: to, replace: true });
  const chosen = chosenIn(search, go);
  const named = ({ id, name }: { id: number; name: string }) => (
    <option key={id} value={id}>
      {name}
    </option>
  );
  return (
    <Filters {...{ search, go }} words={{ title: words.filters, clear: words.clear }}>
      <Select label={words.school} {...chosen('school')}>
        <option value="">{words.any_school}</option>
        {schools.map(named)}
      </Select>
      <Select label={words.ends} {...chosen('ends_within')}>
        <option value="">{words.ends_any}</option>
        <option value="0">{words.ends_over}</option>
        {soon_days.map(days => (
          <option key={days} value={days}>
            {words.ends_within(Number(days))}
          </option>
        ))}
      </Select>
      <Select label={words.approver} {...chosen('approved_by')}>
        <option value="">{words.anybody}</option>
        {approvers.map(named)}
      </Select>
      <Select label={words.which} {...chosen('ended')}>
        <option value="">{words.standing_only}</option>
        <option value="yes">{words.ended_only}</option>
        <option value="all">{words.both}</option>
      </Select>
      <CheckBox
        label={words.left_only}
        checked={search.left === 'yes'}
        onChange={({ target }) => go({ ...search, left: target.checked ? 'yes' : undefined })}
      />
    </Filters>
  );
}
