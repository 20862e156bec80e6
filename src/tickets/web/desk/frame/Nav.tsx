import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { signOut, useSession } from '#accounts/web/accounts.tsx';
import type { Counts } from '#tickets/rules/ticket.ts';
import { Face, Icon, IconButton, Mark } from '#ui/ui.ts';
import { askCounts } from '../asking.ts';
import { viewOf, views, type Filters, type ViewId } from '../filters.ts';
import { useDeskWords } from '../words/use-words.ts';
import { Bell } from './bell/Bell.tsx';
import { control } from './commands/control.ts';
import { Looks } from './Looks.tsx';
import { openPalette } from './palette/open.ts';
import { useFrameWords } from './words/use-words.ts';

interface NavProps {
  /** The filters of the list in sight; undefined on pages without the list. */
  filters: Filters | undefined;
  onKeys: () => void;
}

/** Where one can go: the views with their counts, the other pages, and who one is. */
export function Nav({ filters, onKeys }: NavProps) {
  const words = useDeskWords().nav;
  const { palette } = useFrameWords();
  const session = useSession();
  return (
    <>
      <div className="nav-top">
        <Link to="/desk" search={{}} className="brand">
          <Mark /> Firstline
        </Link>
        <Bell />
      </div>
      <button type="button" className="palette-opener" onClick={() => openPalette()}>
        <Icon name="search" />
        <span>{palette.open}</span>
        <kbd aria-hidden="true">{control} K</kbd>
      </button>
      {session.can.open_tickets && (
        <Link to="/desk/new" search={true} className="button nav-new">
          {words.new_ticket} <kbd aria-hidden="true">c</kbd>
        </Link>
      )}
      <ViewLinks filters={filters} />
      <h2>{words.office}</h2>
      <ul>
        <PageLink to="/desk/schools" name={words.schools} />
        {session.can.administer && <PageLink to="/desk/people" name={words.people} />}
        {session.can.administer && <PageLink to="/desk/tokens" name={words.tokens} />}
      </ul>
      <div className="nav-foot">
        <Looks onKeys={onKeys} />
        <div className="who">
          <Face name={session.person.name} ours />
          <span className="name">
            <span className="sr">{words.you(session.person.name)}</span>
            <span aria-hidden="true">{session.person.name}</span>
          </span>
          <IconButton small icon="sign_out" label={words.sign_out} onClick={() => void signOut()} />
        </div>
      </div>
    </>
  );
}

function ViewLinks({ filters }: { filters: Filters | undefined }) {
  const words = useDeskWords().views;
  const open = useQuery(askCounts({})).data;
  const ended = useQuery(askCounts({ state: 'ended' })).data;
  const current = filters && viewOf(filters);
  return (
    <ul aria-label={words.label}>
      {views.map(view => (
        <li key={view.id}>
          <Link
            to="/desk"
            search={view.filters}
            aria-current={view.id === current ? 'page' : undefined}
            activeProps={{}}
            activeOptions={{ exact: true, includeSearch: true }}
          >
            <span>{words[view.id]}</span>
            <b>{countOf(view.id, open, ended)?.toLocaleString()}</b>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What the list of this view counts, from the counts of all open and all ended tickets. */
function countOf(view: ViewId, open: Counts | undefined, ended: Counts | undefined): number | undefined {
  switch (view) {
    case 'mine':
      return open?.mine;
    case 'unassigned':
      return open?.unassigned;
    case 'desk':
      return open?.court.desk;
    case 'level2':
      return open?.court.level2;
    case 'waiting_school':
      return open?.state.waiting_school;
    case 'planned':
      return open?.state.scheduled;
    case 'solved':
      return open?.state.resolved;
    case 'open':
      return open?.total;
    case 'ended':
      return ended?.total;
  }
}

function PageLink({ to, name }: { to: '/desk/schools' | '/desk/people' | '/desk/tokens'; name: string }) {
  return (
    <li>
      <Link to={to} activeProps={{ 'aria-current': 'page' }}>
        <span>{name}</span>
      </Link>
    </li>
  );
}
