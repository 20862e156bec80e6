import { Link } from '@tanstack/react-router';
import { signOut, useSession } from '#accounts/web/accounts.tsx';
import { Face, Icon, IconButton, Mark } from '#ui/ui.ts';
import type { ListSearch } from '../filters.ts';
import { ViewLinks } from '../views/ViewLinks.tsx';
import { soon, usePageRests } from '#ui/floating/soon.tsx';
import { TasksLink } from '../tasks/TasksLink.tsx';
import { useDeskWords } from '../words/use-words.ts';
import { Bell } from './bell/Bell.tsx';
import { control } from './commands/control.ts';
import { Looks } from './Looks.tsx';
import { openPalette } from './palette/open.ts';
import { useFrameWords } from './words/use-words.ts';

const SetUpLink = soon(async () => (await import('#schools/web/set-up/SetUpLink.tsx')).SetUpLink);
const EmergenciesLink = soon(async () => (await import('../emergency/EmergenciesLink.tsx')).EmergenciesLink);

interface NavProps {
  /** The address of the list in sight; undefined on pages without the list. */
  filters: ListSearch | undefined;
  onKeys: () => void;
}

/** Where one can go: the views with their counts, the other pages, and who one is. */
export function Nav({ filters, onKeys }: NavProps) {
  const words = useDeskWords().nav;
  const { palette } = useFrameWords();
  const session = useSession();
  const rests = usePageRests();
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
      <ViewLinks search={filters} />
      <TasksLink />
      {rests && session.can.take_emergencies && <EmergenciesLink />}
      {rests && session.can.keep_schools && <SetUpLink />}
      <h2>{words.office}</h2>
      <ul>
        <PageLink to="/desk/dashboard" name={words.dashboard} />
        <PageLink to="/desk/answers" name={words.answers} />
        <PageLink to="/desk/forum" name={words.forum} />
        <PageLink to="/desk/schools" name={words.schools} />
        {session.can.see_rights && <PageLink to="/desk/rights" name={words.rights} />}
        <PageLink to="/desk/exceptions" name={words.exceptions} />
        <PageLink to="/desk/agreements" name={words.agreements} />
        <PageLink to="/desk/training" name={words.training} />
        <PageLink to="/desk/notices" name={words.notices} />
        <PageLink to="/desk/announcements" name={words.announcements} />
        <PageLink to="/desk/configuration" name={words.configuration} />
        <PageLink to="/desk/settings" name={words.settings} />
        {session.can.administer && <PageLink to="/desk/people" name={words.people} />}
        <PageLink to="/desk/tokens" name={words.tokens} />
        {session.can.read_audit && <PageLink to="/desk/audit" name={words.audit} />}
      </ul>
      <div className="nav-foot">
        <Looks onKeys={onKeys} />
        <div className="who">
          <Face name={session.person.name} ours />
          <Link to="/desk/account" className="name">
            <span className="sr">
              {words.you(session.person.name)}: {words.account}
            </span>
            <span aria-hidden="true">{session.person.name}</span>
          </Link>
          <IconButton small icon="sign_out" label={words.sign_out} onClick={() => void signOut()} />
        </div>
      </div>
    </>
  );
}

function PageLink({
  to,
  name,
}: {
  to:
    | '/desk/dashboard'
    | '/desk/answers'
    | '/desk/forum'
    | '/desk/schools'
    | '/desk/rights'
    | '/desk/exceptions'
    | '/desk/agreements'
    | '/desk/training'
    | '/desk/notices'
    | '/desk/announcements'
    | '/desk/configuration'
    | '/desk/settings'
    | '/desk/people'
    | '/desk/tokens'
    | '/desk/audit';
  name: string;
}) {
  return (
    <li>
      <Link to={to} activeProps={{ 'aria-current': 'page' }}>
        <span>{name}</span>
      </Link>
    </li>
  );
}
