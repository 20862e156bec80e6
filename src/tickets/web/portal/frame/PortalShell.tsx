import type { ReactNode } from 'react';
import type { Door } from '#accounts/rules/doors.ts';
import { LanguageSwitch, useAccountWords, useSession } from '#accounts/web/accounts.tsx';
import { Link, useRoute } from '#ui/route/router.tsx';
import { useBrand } from '#ui/brand.ts';
import { Icon, Mark, Toasts, useConnection, type IconName } from '#ui/ui.ts';
import { soon } from '#ui/floating/soon.tsx';
import { usePortalWords } from '../words.ts';
import { AccountMenu } from './AccountMenu.tsx';
import './frame.css';

const LineDown = soon(async () => (await import('../offline/LineDown.tsx')).LineDown);

interface PortalShellProps {
  /** Told under the page, whatever page it is. */
  told: ReactNode;
  children: ReactNode;
}

/** What stays while the pages change: the head, the foot, and on a phone the tabs. */
export function PortalShell({ told, children }: PortalShellProps) {
  const words = usePortalWords();
  const { helps_with } = useAccountWords();
  const session = useSession();
  // The desk has its own face; its people have no school to ask for here.
  if (session.side === 'desk') {
    location.replace('/desk');
    return null;
  }
  return (
    <>
      <a className="skip" href="#main">
        {words.nav.skip}
      </a>
      <header className="top no-print">
        <div>
          <Link className="brand" to="/">
            <Mark /> <span>{useBrand()}</span>
          </Link>
          <Places className="places" />
          <div className="mine">
            <LanguageSwitch />
            <AccountMenu session={session} />
          </div>
        </div>
      </header>
      <ConnectionLine />
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {told}
      <footer className="foot no-print">
        <Link
          to={session.open.includes('startup_question') ? '/ask?category=privacy_incident' : '/emergency'}
        >
          {words.nav.privacy}
        </Link>
        {session.igroup.system && <span className="second">{helps_with(session.igroup.system)}</span>}
      </footer>
      <Places className="tabs no-print" icons />
      <Toasts />
    </>
  );
}

const places = [
  { to: '/', word: 'home', icon: 'home', door: 'gate_page' },
  { to: '/ask', word: 'ask', icon: 'ask', door: 'startup_question' },
  { to: '/tickets', word: 'tickets', icon: 'inbox', door: 'read_tickets' },
  { to: '/answers', word: 'answers', icon: 'book', door: 'read_knowledge' },
  { to: '/forum', word: 'forum', icon: 'people', door: 'forum' },
] as const satisfies { to: string; word: string; icon: IconName; door: Door }[];

function Places({ className, icons = false }: { className: string; icons?: boolean }) {
  const { nav } = usePortalWords();
  const { open } = useSession();
  const { path } = useRoute();
  const shown = places.filter(({ door }) => open.includes(door));
  const here = (to: string) => (to === '/' ? path === '/' : path.startsWith(to));
  return (
    <nav className={className} aria-label={nav.main}>
      {shown.map(({ to, word, icon }) => (
        <Link key={to} to={to} aria-current={here(to) ? 'page' : undefined}>
          {icons && <Icon name={icon} size={20} />}
          {nav[word]}
        </Link>
      ))}
    </nav>
  );
}

/** A lost line is said in words, above the page and without moving what is read. */
function ConnectionLine() {
  const words = usePortalWords();
  const lost = useConnection() === 'lost';
  return (
    <div role="status" className="connection no-print">
      {lost && (
        <p className="offline">
          {words.offline} <LineDown />
        </p>
      )}
    </div>
  );
}
