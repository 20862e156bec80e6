import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { SetupPage, SignedIn, SignInPage } from '#accounts/web/accounts.tsx';
import {
  AskPage,
  HomePage,
  LostPage,
  PortalShell,
  TicketListPage,
  TicketPage,
} from '#tickets/web/portal/portal.tsx';
import { match, navigate, useRoute } from '#ui/route/router.tsx';
import { showTheme, Skeleton, Words } from '#ui/ui.ts';

/** What few people open is loaded when they do. */
const AccessesPage = lazy(async () => ({
  default: (await import('#privacy/web/accesses/AccessesPage.tsx')).AccessesPage,
}));

/** The portal's map: each address and its page. */
const pages: [pattern: string, page: (found: Record<string, string>) => React.ReactNode][] = [
  ['/', () => <HomePage />],
  ['/ask', () => <AskPage />],
  ['/tickets', () => <TicketListPage />],
  ['/accesses', () => <AccessesPage />],
  ['/tickets/:number', ({ number }) => <TicketPage key={number} number={number!} />],
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
      <PortalShell>
        <Suspense fallback={<Skeleton lines={8} />}>{pageAt(path)}</Suspense>
      </PortalShell>
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
