import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignedIn } from '#accounts/web/accounts.tsx';
import { readAuditSearch } from '#privacy/web/search.ts';
import { readDashboardSearch, readExportSearch } from '#reports/web/search.ts';
import type { AgreementSearch } from '#agreements/web/search.ts';
import { readConfigurationSearch } from '#configuration/web/search.ts';
import type { ChecksSearch, GuideSearch } from '#guide/web/search.ts';
import type { AnswerSearch, AnswersSearch, NewAnswerSearch } from '#knowledge/web/search.ts';
import { BesideSchool } from '#schools/web/beside.tsx';
import { readBehalfSearch, readRightsSearch } from '#rights/web/search.ts';
import type { NoticesSearch } from '#status/web/search.ts';
import { readSchoolsSearch } from '#schools/web/list/search.ts';
import { Asking, BrokenPage, DeskOnly, Frame, LostPage, toSignIn } from '#tickets/web/desk/desk.tsx';
import { parseSearch, readSearch, stringifySearch } from '#tickets/web/desk/filters.ts';
import { readRotaSearch } from '#tickets/web/desk/handing/asking.ts';
import { NoTicket } from '#tickets/web/desk/list/NoTicket.tsx';
import { TicketsPage } from '#tickets/web/desk/list/TicketsPage.tsx';
import { Beside } from '#tickets/web/beside.tsx';
import { fetchedAhead, soon } from '#ui/floating/soon.tsx';
import { showTheme, withWords, Words } from '#ui/ui.ts';

/** The desk's map: each address under /desk and its page. What is opened rarely is loaded when it is. */
const root = createRootRoute({ component: Frame, notFoundComponent: LostPage, errorComponent: BrokenPage });

const tickets = createRoute({
  getParentRoute: () => root,
  id: 'tickets',
  component: TicketsPage,
  validateSearch: readSearch,
});
const none = createRoute({ getParentRoute: () => tickets, path: '/desk', component: NoTicket });
const TicketPage = lazyRouteComponent(() => import('#tickets/web/desk/ticket/TicketPage.tsx'), 'TicketPage');
const one = createRoute({
  getParentRoute: () => tickets,
  path: '/desk/tickets/$number',
  component: TicketPage,
});
const NewTicketPage = lazyRouteComponent(
  () => import('#tickets/web/desk/opening/NewTicketPage.tsx'),
  'NewTicketPage',
);
const opening = createRoute({
  getParentRoute: () => tickets,
  path: '/desk/new',
  component: NewTicketPage,
});
for (const Page of [TicketPage, NewTicketPage]) fetchedAhead(async () => Page.preload?.());

/** A page and its words, loaded when it is opened. */
const whole: typeof lazyRouteComponent = (load, name) => lazyRouteComponent(() => withWords(load), name);
/** A page of its own. */
const page = <const Path extends string>(path: Path, component: RouteComponent) =>
  createRoute({ getParentRoute: () => root, path, component });

/** A page of its own whose address says more; the server refuses what it doesn't know. */
const told = <const Path extends string, Search extends object>(
  path: Path,
  validateSearch: (given: Search) => Search,
  component: RouteComponent,
) => createRoute({ getParentRoute: () => root, path, validateSearch, component });
const as_given = <Search,>(given: Search): Search => given;

const schools = createRoute({
  getParentRoute: () => root,
  path: '/desk/schools',
  component: whole(() => import('#schools/web/SchoolsPage.tsx'), 'SchoolsPage'),
  validateSearch: readSchoolsSearch,
});
const waves = page(
  '/desk/schools/waves',
  whole(() => import('#schools/web/waves/WavesPage.tsx'), 'WavesPage'),
);
const school = page(
  '/desk/schools/$id',
  whole(() => import('#schools/web/SchoolPage.tsx'), 'SchoolPage'),
);
const importing = page(
  '/desk/schools/import',
  whole(() => import('#schools/web/importing/ImportPage.tsx'), 'ImportPage'),
);
const sign_ins = page(
  '/desk/schools/sign-ins',
  whole(() => import('#schools/web/logins/SignInsPage.tsx'), 'SignInsPage'),
);
const announcements = page(
  '/desk/announcements',
  whole(() => import('#schools/web/announcements/AnnouncementsPage.tsx'), 'AnnouncementsPage'),
);
const notices = createRoute({
  getParentRoute: () => root,
  path: '/desk/notices',
  validateSearch: (given: NoticesSearch) => given,
  component: whole(() => import('#status/web/desk/pages.ts'), 'NoticesPage'),
});
const notice = page(
  '/desk/notices/$id',
  whole(() => import('#status/web/desk/pages.ts'), 'NoticePage'),
);
const agreements = page(
  '/desk/agreements',
  whole(() => import('#agreements/web/desk/pages.ts'), 'AgreementsPage'),
);
const agreement = told(
  '/desk/agreements/$version',
  as_given<AgreementSearch>,
  whole(() => import('#agreements/web/desk/pages.ts'), 'AgreementPage'),
);
const answer_pages = () => import('#knowledge/web/desk/pages.ts');
const answers = told('/desk/answers', as_given<AnswersSearch>, whole(answer_pages, 'AnswersPage'));
const answer = told(
  '/desk/answers/$id',
  as_given<AnswerSearch>,
  whole(() => import('./main.desk.answer.tsx'), 'OneOfAnswers'),
);
const new_answer = told('/desk/answers/new', as_given<NewAnswerSearch>, whole(answer_pages, 'NewAnswerPage'));
const search = told(
  '/desk/search',
  as_given<{ q?: string; kind?: string; area?: string }>,
  whole(() => import('#search/web/desk/SearchPage.tsx'), 'SearchPage'),
);
const forum_pages = () => import('#forum/web/desk/pages.tsx');
const forum = page('/desk/forum', whole(forum_pages, 'ForumPage'));
const topic = page('/desk/forum/$id', whole(forum_pages, 'TopicPage'));
const guide_pages = () => import('#guide/web/desk/pages.ts');
const checks = told('/desk/checks', as_given<ChecksSearch>, whole(guide_pages, 'ChecksPage'));
const guide = told('/desk/guide', as_given<GuideSearch>, whole(guide_pages, 'GuidePage'));
const trainings = page(
  '/desk/training',
  whole(() => import('#schools/web/training/pages.ts'), 'TrainingsPage'),
);
const training = page(
  '/desk/training/$id',
  whole(() => import('#schools/web/training/pages.ts'), 'TrainingPage'),
);
const rights = createRoute({
  getParentRoute: () => root,
  path: '/desk/rights',
  component: whole(() => import('#rights/web/desk/pages.ts'), 'RegisterPage'),
  validateSearch: readRightsSearch,
});
const rights_new = createRoute({
  getParentRoute: () => root,
  path: '/desk/rights/new',
  component: whole(() => import('#rights/web/desk/pages.ts'), 'AskOnBehalfPage'),
  validateSearch: readBehalfSearch,
});
const people = page(
  '/desk/people',
  whole(() => import('#accounts/web/desk/pages.ts'), 'PeoplePage'),
);
const tokens = page(
  '/desk/tokens',
  whole(() => import('#accounts/web/desk/pages.ts'), 'TokensPage'),
);

const account = page(
  '/desk/account',
  whole(() => import('#accounts/web/desk/pages.ts'), 'AccountPage'),
);
const sign_on = page(
  '/desk/settings/sign-on',
  whole(() => import('#accounts/web/desk/pages.ts'), 'SignOnPage'),
);

const tasks = page(
  '/desk/tasks',
  whole(() => import('#tickets/web/desk/tasks/TasksPage.tsx'), 'TasksPage'),
);
const emergencies = page(
  '/desk/emergencies',
  whole(() => import('#tickets/web/desk/emergency/EmergenciesPage.tsx'), 'EmergenciesPage'),
);
const settings = page(
  '/desk/settings',
  whole(() => import('#tickets/web/desk/settings/pages.ts'), 'SettingsPage'),
);

const group = page(
  '/desk/settings/group',
  whole(() => import('#accounts/web/desk/igroup/GroupPage.tsx'), 'GroupPage'),
);
const set_up = createRoute({
  getParentRoute: () => root,
  path: '/desk/set-up',
  component: whole(() => import('#schools/web/set-up/SetUpPage.tsx'), 'SetUpPage'),
  validateSearch: ({ step }: { step?: unknown }): { step?: string } =>
    typeof step === 'string' ? { step } : {},
});
const settings_tags = page(
  '/desk/settings/tags',
  whole(() => import('#tickets/web/desk/settings/pages.ts'), 'TagsPage'),
);
const checklists = page(
  '/desk/settings/checklists',
  whole(() => import('#tickets/web/desk/settings/pages.ts'), 'ChecklistsPage'),
);
const macros = page(
  '/desk/settings/macros',
  whole(() => import('#tickets/web/desk/macros/kept/MacrosPage.tsx'), 'MacrosPage'),
);
const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/desk/dashboard',
  component: whole(() => import('#reports/web/dashboard/DashboardPage.tsx'), 'DashboardPage'),
  validateSearch: readDashboardSearch,
});
const exported = page(
  '/desk/exports',
  whole(() => import('#reports/web/exports/pages.ts'), 'ExportsPage'),
);
const exporting = createRoute({
  getParentRoute: () => root,
  path: '/desk/exports/new',
  component: whole(() => import('#reports/web/exports/pages.ts'), 'NewExportPage'),
  validateSearch: readExportSearch,
});
const statements = createRoute({
  getParentRoute: () => root,
  path: '/desk/statements/$',
  component: whole(() => import('#reports/web/statements/StatementPages.tsx'), 'StatementPages'),
  validateSearch: readExportSearch,
});
const how_fast = page(
  '/desk/settings/how-fast',
  whole(() => import('#reports/web/how-fast/PublicationPage.tsx'), 'PublicationPage'),
);
const audit = createRoute({
  getParentRoute: () => root,
  path: '/desk/audit',
  component: whole(() => import('#privacy/web/audit/AuditPage.tsx'), 'AuditPage'),
  validateSearch: readAuditSearch,
});
const configuration = createRoute({
  getParentRoute: () => root,
  path: '/desk/configuration',
  validateSearch: readConfigurationSearch,
  component: whole(() => import('#configuration/web/desk/pages.ts'), 'ConfigurationPage'),
});
const new_configuration = page(
  '/desk/configuration/new',
  whole(() => import('#configuration/web/desk/pages.ts'), 'NewRequestPage'),
);
const teams = page(
  '/desk/settings/teams',
  whole(() => import('#tickets/web/desk/handing/TeamsPage.tsx'), 'TeamsPage'),
);
const absences = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/absences',
  validateSearch: readRotaSearch,
  component: whole(() => import('#tickets/web/desk/handing/AbsencesPage.tsx'), 'AbsencesPage'),
});
const fields = page(
  '/desk/settings/fields',
  whole(() => import('#tickets/web/desk/settings/pages.ts'), 'FieldsPage'),
);
const process = page(
  '/desk/process',
  whole(() => import('#drawing/web/ProcessPage.tsx'), 'ProcessPage'),
);
const templates = page(
  '/desk/settings/templates',
  whole(() => import('#tickets/web/desk/settings/pages.ts'), 'TemplatesPage'),
);

const router = createRouter({
  routeTree: root.addChildren([
    tickets.addChildren([none, one, opening]),
    schools,
    waves,
    school,
    agreements,
    agreement,
    answers,
    answer,
    new_answer,
    search,
    forum,
    topic,
    checks,
    guide,
    trainings,
    training,
    importing,
    sign_ins,
    announcements,
    notices,
    notice,
    rights,
    rights_new,
    people,
    tokens,
    account,
    sign_on,
    tasks,
    emergencies,
    settings,
    group,
    set_up,
    settings_tags,
    checklists,
    macros,
    dashboard,
    exported,
    exporting,
    statements,
    how_fast,
    audit,
    configuration,
    new_configuration,
    teams,
    absences,
    fields,
    templates,
    process,
  ]),
  parseSearch,
  stringifySearch,
  defaultPreload: false,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

const toPut = async () => (await import('#knowledge/web/desk/to-put.ts')).answersToPut;
type AnswersToPut = Awaited<ReturnType<typeof toPut>>;

type FoundInPalette = (typeof import('#search/web/desk/found-in-palette.ts'))['foundInPalette'];

/** What the houses that keep requests bring to the pages of tickets: a line for each. */
const brought = {
  parts: {
    rights: soon(async () => (await import('#rights/web/desk/RequestPart.tsx')).RequestPart),
    configuration: soon(async () => (await import('#configuration/web/desk/DeskRequest.tsx')).DeskRequest),
  },
  ways: {},
  for_replies: {
    find: async (...asked: Parameters<AnswersToPut['find']>) => (await toPut()).find(...asked),
    put: async (...asked: Parameters<AnswersToPut['put']>) => (await toPut()).put(...asked),
  },
  search: {
    find: async (...asked: Parameters<FoundInPalette>) =>
      (await import('#search/web/desk/found-in-palette.ts')).foundInPalette(...asked),
    page: (q: string) => `/desk/search?q=${encodeURIComponent(q)}`,
  },
  rail: soon(async () => (await import('./main.desk.rail.tsx')).RailParts),
};
/** And to the pages of schools. */
const of_schools = [
  soon(async () => (await import('#rights/web/desk/RightsSection.tsx')).RightsSection),
  soon(async () => (await import('#configuration/web/desk/SchoolChanges.tsx')).SchoolChanges),
];

const words = { en: () => import('./main.desk.en.ts'), fr: () => import('./main.desk.fr.ts') };

showTheme();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Words of={words}>
      <Asking>
        <SignedIn signedOut={toSignIn}>
          <DeskOnly>
            <Beside value={brought}>
              <BesideSchool value={of_schools}>
                <RouterProvider router={router} />
              </BesideSchool>
            </Beside>
          </DeskOnly>
        </SignedIn>
      </Asking>
    </Words>
  </StrictMode>,
);
