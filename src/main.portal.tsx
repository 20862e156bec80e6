import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { SignedIn } from '#accounts/web/accounts.tsx';
import { SignInPage } from '#accounts/web/SignInPage.tsx';
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

/** The portal's map: each address and its page. */
const pages: [pattern: string, page: (found: Record<string, string>) => React.ReactNode][] = [
  ['/', () => <HomePage />],
  ['/ask', () => <AskPage />],
  ['/tickets', () => <TicketListPage />],
  ['/tickets/:number', ({ number }) => <TicketPage key={number} number={number!} />],
];

/** Opened once in a life: no other page waits for them. */
const SetupPage = later(async () => (await import('#accounts/web/SetupPage.tsx')).SetupPage);
const WelcomePage = later(async () => (await import('#accounts/web/welcome/WelcomePage.tsx')).WelcomePage);

const words = { en: () => import('./main.portal.en.ts'), fr: () => import('./main.portal.fr.ts') };

const toSignIn = () => {
  const here = location.pathname + location.search;
  navigate(here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`, { replace: true });
};

function Portal() {
  const { path } = useRoute();
  if (path === '/sign-in') return <SignInPage />;
  if (path === '/setup' || path === '/welcome')
    return <Suspense>{path === '/setup' ? <SetupPage /> : <WelcomePage />}</Suspense>;
  return (
    <SignedIn signedOut={toSignIn}>
      <PortalShell>{pageAt(path)}</PortalShell>
    </SignedIn>
  );
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
