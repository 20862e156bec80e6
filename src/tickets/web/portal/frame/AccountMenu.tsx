import { useEffect, useRef } from 'react';
import type { Session } from '#accounts/rules/session.ts';
import { soon } from '#ui/floating/soon.tsx';
import { Face, Icon } from '#ui/ui.ts';
import { usePortalWords } from '../words.ts';

/** What is in the menu comes after the first screen. */
const AccountSheet = soon(async () => (await import('./AccountSheet.tsx')).AccountSheet);

/** Who is signed in, and for whom; the menu below it. */
export function AccountMenu({ session }: { session: Session }) {
  const { nav } = usePortalWords();
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => closeFromOutside(menu.current!), []);
  return (
    <details className={session.several ? 'account several' : 'account'} ref={menu}>
      <summary>
        <Face name={session.person.name} />
        <span className="sr">{nav.account}: </span>
        <span className="who">
          <span>{session.person.name}, </span>
          {session.school?.name}
        </span>
        <Icon name="down" size={12} />
      </summary>
      <div className="sheet">
        <AccountSheet session={session} close={() => (menu.current!.open = false)} />
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
