import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import type { Door } from '#accounts/rules/doors.ts';
import { SignedIn, useSession } from '#accounts/web/accounts.tsx';
import { SignInPage } from '#accounts/web/SignInPage.tsx';
import {
  Asks,
  CalendarPage,
  FirstPasswordPage,
  PasswordPage,
  PeoplePage,
} from '#schools/web/portal/portal.tsx';
import { AskRightsPage, RequestPart, RightsPage, WayToRights } from '#rights/web/portal/portal.tsx';
import {
  AskPage,
  EmergencyPage,
  GatePage,
  HomePage,
  LostPage,
  PortalShell,
  TicketListPage,
  TicketPage,
} from '#tickets/web/portal/portal.tsx';
import { Beside } from '#tickets/web/beside.tsx';
import { soon } from '#ui/floating/soon.tsx';
import { later } from '#ui/route/later.tsx';
import { match, navigate, useRoute } from '#ui/route/router.tsx';
import { showTheme, Skeleton, Words } from '#ui/ui.ts';

/** The first day's page, and what one keeps of oneself and one's school: not what anybody waits for. */
const SetupPage = later(async () => (await import('#accounts/web/SetupPage.tsx')).SetupPage);
const WelcomePage = later(async () => (await import('#accounts/web/welcome/WelcomePage.tsx')).WelcomePage);
const AccessesPage = later(async () => (await import('#privacy/web/accesses/AccessesPage.tsx')).AccessesPage);
const AccountPage = later(async () => (await import('#accounts/web/PortalAccount.tsx')).AccountPage);
const AlsoTherePage = later(
  async () => (await import('#accounts/web/several/AlsoTherePage.tsx')).AlsoTherePage,
);
const ActForPage = later(async () => (await import('#accounts/web/several/ActForPage.tsx')).ActForPage);
const AgreementPage = later(
  async () => (await import('#agreements/web/portal/AgreementPage.tsx')).AgreementPage,
);
const ToldAtHome = soon(async () => (await import('./main.portal.told.tsx')).ToldAtHome);
const configuration = () => import('#configuration/web/portal/portal.tsx');
const AskConfigurationPage = later(async () => (await configuration()).AskConfigurationPage);
const ChangesPage = later(async () => (await configuration()).ChangesPage);
const statements = () => import('#reports/web/statements/portal/PortalStatements.tsx');
const StatementsPage = later(async () => (await statements()).StatementsPage);
const StatementPage = later(async () => (await statements()).StatementPage);
const AnswersPage = later(async () => (await import('#knowledge/web/portal/AnswersPage.tsx')).AnswersPage);
const ArticlePage = later(async () => (await import('#knowledge/web/portal/ArticlePage.tsx')).ArticlePage);
const ForumPages = later(async () => (await import('#forum/web/portal/pages.tsx')).ForumPages);
const help = () => import('#knowledge/web/portal/everybody/HelpPages.tsx');
const HelpPage = later(async () => (await help()).HelpPage);
const HelpArticlePage = later(async () => (await help()).HelpArticlePage);
const HowFastPage = later(async () => (await import('#reports/web/how-fast/HowFastPage.tsx')).HowFastPage);
const SchoolTrainingPage = later(
  async () => (await import('#schools/web/training/portal/SchoolTrainingPage.tsx')).SchoolTrainingPage,
);
const TrainingsAtGate = later(
  async () => (await import('#schools/web/training/portal/TrainingsAtGate.tsx')).TrainingsAtGate,
);

/** The portal's map: each address, the door of the gate before it, and its page. */
const pages: [pattern: string, door: Door, page: (found: Record<string, string>) => React.ReactNode][] = [
  ['/', 'ordinary_work', () => <HomePage asks={[<Asks key="asks" />, <ToldAtHome key="told" />]} />],
  ['/ask', 'startup_question', () => <AskPage />],
  ['/ask/configuration', 'ordinary_work', () => <AskConfigurationPage />],
  ['/changes', 'read_knowledge', () => <ChangesPage />],
  ['/ask/rights', 'ordinary_work', () => <AskRightsPage />],
  ['/rights', 'read_tickets', () => <RightsPage />],
  ['/answers', 'read_knowledge', () => <AnswersPage />],
  ['/answers/:id', 'read_knowledge', ({ id }) => <ArticlePage key={id} id={id!} lost={<LostPage />} />],
  ['/forum', 'forum', () => <ForumPages />],
  ['/forum/:id', 'forum', ({ id }) => <ForumPages key={id} id={id} lost={<LostPage />} />],
  ['/tickets', 'read_tickets', () => <TicketListPage />],
  ['/tickets/:number', 'read_tickets', ({ number }) => <TicketPage key={number} number={number!} />],
  ['/agreement', 'gate_page', () => <AgreementPage />],
  ['/training', 'gate_page', () => <SchoolTrainingPage />],
  ['/people', 'sign_in', () => <PeoplePage />],
  ['/calendar', 'sign_in', () => <CalendarPage />],
  ['/password', 'gate_page', () => <PasswordPage />],
  ['/accesses', 'read_tickets', () => <AccessesPage />],
  ['/statements', 'read_tickets', () => <StatementsPage />],
  ['/statements/:month', 'read_tickets', ({ month }) => <StatementPage key={month} month={month!} />],
  ['/account', 'gate_page', () => <AccountPage />],
];

/** What the houses that keep requests bring to the pages of tickets: a line for each. */
const brought = {
  parts: {
    rights: RequestPart,
    configuration: soon(async () => (await configuration()).SchoolRequest),
  },
  ways: {
    security_role: WayToRights,
    login_access: WayToRights,
    configuration: soon(async () => (await configuration()).WayToAsk),
  },
  answers: soon(
    async () => (await import('#knowledge/web/portal/asking/AnswersWhileTyping.tsx')).AnswersWhileTyping,
  ),
};

const words = { en: () => import('./main.portal.en.ts'), fr: () => import('./main.portal.fr.ts') };

const toSignIn = () => {
  const here = location.pathname + location.search;
  navigate(here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`, { replace: true });
};

/** What is read without sign-in. */
function pageForEverybody(path: string) {
  if (path === '/how-fast') return <HowFastPage />;
  if (path === '/help') return <HelpPage />;
  const id = match('/help/:id', path)?.id;
  return id && <HelpArticlePage key={id} id={id} />;
}

function Portal() {
  const { path } = useRoute();
  if (path === '/sign-in') return <SignInPage />;
  if (path === '/setup' || path === '/welcome')
    return <Suspense>{path === '/setup' ? <SetupPage /> : <WelcomePage />}</Suspense>;
  if (path === '/emergency') return <EmergencyPage />;
  const open_to_all = pageForEverybody(path);
  if (open_to_all) return <Suspense>{open_to_all}</Suspense>;
  return (
    <SignedIn signedOut={toSignIn}>
      <Opened path={path} />
    </SignedIn>
  );
}

/** A letter's password opens the choice of another one, and nothing else. */
function Opened({ path }: { path: string }) {
  if (useSession().must_change) return <FirstPasswordPage />;
  if (path === '/also-there') return <AlsoTherePage />;
  if (path === '/act-for') return <ActForPage />;
  return (
    <PortalShell>
      <Beside value={brought}>
        <Suspense fallback={<Skeleton lines={8} />}>
          <PageAt path={path} />
        </Suspense>
      </Beside>
    </PortalShell>
  );
}

/** Where a door is shut stands the gate. */
function PageAt({ path }: { path: string }) {
  const { open } = useSession();
  for (const [pattern, door, page] of pages) {
    const found = match(pattern, path);
    if (found) return open.includes(door) ? page(found) : <GatePage trainings={<TrainingsAtGate />} />;
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
