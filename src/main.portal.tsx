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
const rare = () => import('./main.portal.rare.ts');
const SetupPage = later(async () => (await rare()).SetupPage);
const WelcomePage = later(async () => (await rare()).WelcomePage);
const AccessesPage = later(async () => (await rare()).AccessesPage);
const AccountPage = later(async () => (await rare()).AccountPage);
const AlsoTherePage = later(async () => (await rare()).AlsoTherePage);
const ActForPage = later(async () => (await rare()).ActForPage);
const AgreementPage = later(async () => (await rare()).AgreementPage);
const Told = soon(async () => (await import('./main.portal.told.tsx')).Told);
const configuration = () => import('#configuration/web/portal/portal.tsx');
const AskConfigurationPage = later(async () => (await configuration()).AskConfigurationPage);
const ChangesPage = later(async () => (await configuration()).ChangesPage);
const statements = () => import('#reports/web/statements/portal/PortalStatements.tsx');
const StatementsPage = later(async () => (await statements()).StatementsPage);
const StatementPage = later(async () => (await statements()).StatementPage);
const AnswersPage = later(async () => (await import('#knowledge/web/portal/AnswersPage.tsx')).AnswersPage);
const ArticlePage = later(async () => (await import('#knowledge/web/portal/ArticlePage.tsx')).ArticlePage);
const ToRead = soon(async () => (await import('./main.portal.to-read.tsx')).ToRead);
const ForumPages = later(async () => (await import('#forum/web/portal/pages.tsx')).ForumPages);
const SlipPage = later(async () => (await import('#tickets/web/portal/slips/SlipPage.tsx')).SlipPage);
const SearchPage = later(async () => (await rare()).SearchPage);
const EverybodysPage = later(async () => (await import('./main.portal.everybody.tsx')).EverybodysPage);
const OwnExceptionsPage = later(async () => (await rare()).OwnExceptionsPage);
const OwnNetworkPage = later(async () => (await rare()).OwnNetworkPage);
const SchoolTrainingPage = later(async () => (await rare()).SchoolTrainingPage);
const TrainingsAtGate = later(
  async () => (await import('#schools/web/training/portal/TrainingsAtGate.tsx')).TrainingsAtGate,
);

const ToldElsewhere = soon(async () => (await import('#status/web/portal/ToldElsewhere.tsx')).ToldElsewhere);
const Offline = soon(async () => (await import('./main.portal.offline.tsx')).Offline);

/** The portal's map: each address, the door of the gate before it, and its page. */
const pages: [pattern: string, door: Door, page: (found: Record<string, string>) => React.ReactNode][] = [
  [
    '/',
    'ordinary_work',
    () => <HomePage above={<Told above />} asks={[<Asks key="asks" />, <Told key="told" />]} />,
  ],
  ['/ask', 'startup_question', () => <AskPage />],
  ['/ask/configuration', 'ordinary_work', () => <AskConfigurationPage />],
  ['/changes', 'read_knowledge', () => <ChangesPage />],
  ['/ask/rights', 'ordinary_work', () => <AskRightsPage />],
  ['/rights', 'read_tickets', () => <RightsPage />],
  ['/exceptions', 'read_tickets', () => <OwnExceptionsPage />],
  ['/network', 'read_knowledge', () => <OwnNetworkPage />],
  ['/answers', 'read_knowledge', () => <AnswersPage more={<ToRead />} />],
  ['/answers/:id', 'read_knowledge', ({ id }) => <ArticlePage key={id} id={id!} lost={<LostPage />} />],
  ['/search', 'read_knowledge', () => <SearchPage />],
  ['/forum', 'forum', () => <ForumPages />],
  ['/forum/:id', 'forum', ({ id }) => <ForumPages key={id} id={id} lost={<LostPage />} />],
  ['/tickets', 'read_tickets', () => <TicketListPage />],
  ['/tickets/:number', 'read_tickets', ({ number }) => <TicketPage key={number} number={number!} />],
  ['/waiting/:id', 'gate_page', ({ id }) => <SlipPage key={id} id={id!} />],
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
  answers: soon(async () => (await import('./main.portal.typing.tsx')).WhileTyping),
  every: Told,
};

const words = { en: () => import('./main.portal.en.ts'), fr: () => import('./main.portal.fr.ts') };

const toSignIn = () => {
  const here = location.pathname + location.search;
  navigate(here === '/' ? '/sign-in' : `/sign-in?to=${encodeURIComponent(here)}`, { replace: true });
};

/** What is read without sign-in: its pages are of one file. */
const for_everybody = /^\/(how-fast|process|connectivity|help(\/[^/]+)?)$/;

function Portal() {
  const { path } = useRoute();
  if (path === '/sign-in') return <SignInPage />;
  if (path === '/setup' || path === '/welcome')
    return <Suspense>{path === '/setup' ? <SetupPage /> : <WelcomePage />}</Suspense>;
  if (path === '/emergency') return <EmergencyPage />;
  if (for_everybody.test(path))
    return (
      <Suspense>
        <EverybodysPage path={path} />
      </Suspense>
    );
  return (
    <SignedIn signedOut={toSignIn}>
      <Opened path={path} />
    </SignedIn>
  );
}

/** A letter's password opens the choice of another one, and nothing else. */
function Opened({ path }: { path: string }) {
  const { must_change, open } = useSession();
  if (must_change) return <FirstPasswordPage />;
  if (path === '/also-there') return <AlsoTherePage />;
  if (path === '/act-for') return <ActForPage />;
  return (
    <PortalShell told={showsNotices(path, open) ? null : <ToldElsewhere />}>
      <Offline />
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
  const found = pageAt(path);
  if (!found) return <LostPage />;
  return open.includes(found.door) ? (
    found.page(found.parts)
  ) : (
    <GatePage told={<Told above />} trainings={<TrainingsAtGate />} />
  );
}

function pageAt(path: string) {
  for (const [pattern, door, page] of pages) {
    const parts = match(pattern, path);
    if (parts) return { door, page, parts };
  }
  return undefined;
}

/** The first page, the form of a question and the gate say themselves what goes wrong. */
function showsNotices(path: string, open: readonly Door[]): boolean {
  const found = pageAt(path);
  return path === '/' || path === '/ask' || (found !== undefined && !open.includes(found.door));
}

showTheme();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Words of={words} fallback={<p className="opening">Firstline</p>}>
      <Portal />
    </Words>
  </StrictMode>,
);
