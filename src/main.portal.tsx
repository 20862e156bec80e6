import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignedIn, SignInPage, useSession } from '#accounts/web/accounts.tsx';
import { Asks, FirstPasswordPage, PasswordPage, PeoplePage } from '#schools/web/portal/portal.tsx';
import {
  AskPage,
  HomePage,
  LostPage,
  PortalShell,
  TicketListPage,
  TicketPage,
} from '#tickets/web/portal/portal.tsx';
import { later } from '#ui/route/later.tsx';
import { match, navigate, useRoute } from '#ui/route/router.tsx';
import { showTheme, Words } from '#ui/ui.ts';

/** Asked for once in an installation's life. */
const SetupPage = later(async () => (await import('#accounts/web/SetupPage.tsx')).SetupPage);

/** The portal's map: each address and its page. */
const pages: [pattern: string, page: (found: Record<string, string>) => React.ReactNode][] = [
  ['/', () => <HomePage asks={<Asks />} />],
  ['/ask', () => <AskPage />],
  ['/tickets', () => <TicketListPage />],
  ['/tickets/:number', ({ number }) => <TicketPage key={number} number={number!} />],
  ['/people', () => <PeoplePage />],
  ['/password', () => <PasswordPage />],
];

const words = { en: () => import('./main.portal.en.ts'), fr: () => import('./main.portal.fr.ts') };

const toSignIn = () => {
  const here = location.pathname + location.search;
  navigate(here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`, { replace: true });
};

function Portal() {
  const { path } = useRoute();
  if (path === '/sign-in') return <SignInPage />;
  if (path === '/setup') return <SetupPage />;
  return (
    <SignedIn signedOut={toSignIn}>
      <Opened path={path} />
    </SignedIn>
  );
}

/** A letter's password opens the choice of another one, and nothing else. */
function Opened({ path }: { path: string }) {
  if (useSession().must_change) return <FirstPasswordPage />;
  return <PortalShell>{pageAt(path)}</PortalShell>;
}

function pageAt(path: string) {
  for (const [pattern, page] of pages) {
    const found = match(pattern, path);
    if (found) return page(found);
  }
  return <LostPage />;
}

showTheme();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Words of={words} fallback={<p className="opening">Firstline</p>}>
      <Portal />
    </Words>
  </StrictMode>,
);
