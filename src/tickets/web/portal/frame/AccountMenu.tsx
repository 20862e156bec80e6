import { useEffect, useRef } from 'react';
import { signOut, ThemeSwitch, useAccountWords } from '#accounts/web/accounts.tsx';
import type { Session } from '#accounts/rules/session.ts';
import { Link } from '#ui/route/router.tsx';
import { Button, buttonClass, Face, Icon } from '#ui/ui.ts';
import { usePortalWords } from '../words.ts';

/** Who is signed in, the colours, the way out. */
export function AccountMenu({ session }: { session: Session }) {
  const words = useAccountWords();
  const { nav } = usePortalWords();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeFromOutside(menu.current!), []);
  return (
    <details className="account" ref={menu}>
      <summary>
        <Face name={session.person.name} />
        <span className="sr">{nav.account}: </span>
        <span className="who">
          {session.person.name}
          {session.school && `, ${session.school.name}`}
        </span>
        <Icon name="down" size={12} />
      </summary>
      <div className="sheet">
        <p>
          <span className="name">{session.person.name}</span>
          <span className="quiet t-14">{session.school?.name}</span>
        </p>
        <Link className={buttonClass({})} to="/training" onClick={() => (menu.current!.open = false)}>
          {nav.training}
        </Link>
        <Link className={buttonClass({})} to="/people" onClick={() => (menu.current!.open = false)}>
          <Icon name="people" /> {nav.people}
        </Link>
        {session.open.includes('read_knowledge') && (
          <Link className={buttonClass({})} to="/changes" onClick={() => (menu.current!.open = false)}>
            <Icon name="sliders" /> {nav.changes}
          </Link>
        )}
        {session.can.see_rights && (
          <Link className={buttonClass({})} to="/rights" onClick={() => (menu.current!.open = false)}>
            <Icon name="key" /> {nav.rights}
          </Link>
        )}
        <Link className={buttonClass({})} to="/account" onClick={() => (menu.current!.open = false)}>
          <Icon name="key" />
          {words.account}
        </Link>
        {session.can.read_statements && (
          <Link className={buttonClass({})} to="/statements" onClick={() => (menu.current!.open = false)}>
            {nav.statements}
          </Link>
        )}
        {session.can.see_accesses && (
          <Link className={buttonClass({})} to="/accesses" onClick={() => (menu.current!.open = false)}>
            {nav.accesses}
          </Link>
        )}
        <ThemeSwitch />
        <Button icon="sign_out" onClick={() => void signOut()}>
          {words.sign_out}
        </Button>
      </div>
    </details>
  );
}

/** Escape and a press elsewhere close the menu; Escape gives the focus back to where it came from. */
function closeFromOutside(menu: HTMLDetailsElement): () => void {
  const onPress = (event: Event) => {
    if (!menu.contains(event.target as Node)) menu.open = false;
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.open) return;
    menu.open = false;
    menu.querySelector('summary')?.focus();
  };
  document.addEventListener('pointerdown', onPress);
  document.addEventListener('focusin', onPress);
  document.addEventListener('keydown', onKey);
  return () => {
    document.removeEventListener('pointerdown', onPress);
    document.removeEventListener('focusin', onPress);
    document.removeEventListener('keydown', onKey);
  };
}
