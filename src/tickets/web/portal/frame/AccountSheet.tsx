import type { Session } from '#accounts/rules/session.ts';
import { signOut, ThemeSwitch, useAccountWords } from '#accounts/web/accounts.tsx';
import { ActFor } from '#accounts/web/several/ActFor.tsx';
import { Link } from '#ui/route/router.tsx';
import { Button, buttonClass, Icon } from '#ui/ui.ts';
import { usePortalWords } from '../words.ts';

/** For whom one acts, the places that few look for, the colours, the way out. */
export function AccountSheet({ session, close }: { session: Session; close: () => void }) {
  const words = useAccountWords();
  const { nav } = usePortalWords();
  return (
    <>
      <p>
        <span className="name">{session.person.name}</span>
        {!session.several && <span className="quiet t-14">{session.school?.name}</span>}
      </p>
      {session.several && <ActFor here={session.school!.name} />}
      <Link className={buttonClass({})} to="/agreement" onClick={close}>
        <Icon name="book" /> {nav.agreement}
      </Link>
      <Link className={buttonClass({})} to="/training" onClick={close}>
        {nav.training}
      </Link>
      <Link className={buttonClass({})} to="/people" onClick={close}>
        <Icon name="people" /> {nav.people}
      </Link>
      <Link className={buttonClass({})} to="/calendar" onClick={close}>
        <Icon name="clock" /> {nav.calendar}
      </Link>
      {session.open.includes('read_knowledge') && (
        <Link className={buttonClass({})} to="/changes" onClick={close}>
          <Icon name="sliders" /> {nav.changes}
        </Link>
      )}
      {session.can.see_rights && (
        <Link className={buttonClass({})} to="/rights" onClick={close}>
          <Icon name="key" /> {nav.rights}
        </Link>
      )}
      {session.open.includes('read_knowledge') && (
        <Link className={buttonClass({})} to="/network" onClick={close}>
          <Icon name="plug" /> {nav.network}
        </Link>
      )}
      {session.open.includes('read_tickets') && (
        <Link className={buttonClass({})} to="/exceptions" onClick={close}>
          {nav.exceptions}
        </Link>
      )}
      {session.can.read_statements && (
        <Link className={buttonClass({})} to="/statements" onClick={close}>
          {nav.statements}
        </Link>
      )}
      <Link className={buttonClass({})} to="/account" onClick={close}>
        <Icon name="key" />
        {words.account}
      </Link>
      {session.can.see_accesses && (
        <Link className={buttonClass({})} to="/accesses" onClick={close}>
          {nav.accesses}
        </Link>
      )}
      <ThemeSwitch />
      <Button icon="sign_out" onClick={() => void signOut()}>
        {words.sign_out}
      </Button>
    </>
  );
}
