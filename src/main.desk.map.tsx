import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router';
import { readAuditSearch } from '#privacy/web/search.ts';
import { readDashboardSearch, readExportSearch } from '#reports/web/search.ts';
import type { AgreementSearch } from '#agreements/web/search.ts';
import { readConfigurationSearch } from '#configuration/web/search.ts';
import { readExceptionsSearch } from '#exceptions/web/search.ts';
import type { ChecksSearch, GuideSearch } from '#guide/web/search.ts';
import type { AnswerSearch, AnswersSearch, NewAnswerSearch } from '#knowledge/web/search.ts';
import { readBehalfSearch, readRightsSearch } from '#rights/web/search.ts';
import type { NoticesSearch } from '#status/web/search.ts';
import { readSchoolsSearch } from '#schools/web/list/search.ts';
import { BrokenPage, Frame, LostPage } from '#tickets/web/desk/desk.tsx';
import { parseSearch, readSearch, stringifySearch } from '#tickets/web/desk/filters.ts';
import { readRotaSearch } from '#tickets/web/desk/handing/asking.ts';
import { NoTicket } from '#tickets/web/desk/list/NoTicket.tsx';
import { TicketsPage } from '#tickets/web/desk/list/TicketsPage.tsx';
import { fetchedAhead } from '#ui/floating/soon.tsx';
import { withWords } from '#ui/ui.ts';

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
const told = <const Path extends string, Given, Search extends object>(
  path: Path,
  validateSearch: (given: Given) => Search,
  component: RouteComponent,
) => createRoute({ getParentRoute: () => root, path, validateSearch, component });
const as_given = <Search,>(given: Search): Search => given;

const schools = told(
  '/desk/schools',
  readSchoolsSearch,
  whole(() => import('#schools/web/SchoolsPage.tsx'), 'SchoolsPage'),
);
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
const notices = told(
  '/desk/notices',
  (given: NoticesSearch) => given,
  whole(() => import('#status/web/desk/pages.ts'), 'NoticesPage'),
);
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
const network = page('/desk/network', whole(guide_pages, 'NetworkPage'));
const hand_back = page('/desk/settings/hand-back', whole(guide_pages, 'HandBackPage'));
const trainings = page(
  '/desk/training',
  whole(() => import('#schools/web/training/pages.ts'), 'TrainingsPage'),
);
const training = page(
  '/desk/training/$id',
  whole(() => import('#schools/web/training/pages.ts'), 'TrainingPage'),
);
const rights = told(
  '/desk/rights',
  readRightsSearch,
  whole(() => import('#rights/web/desk/pages.ts'), 'RegisterPage'),
);
const rights_new = told(
  '/desk/rights/new',
  readBehalfSearch,
  whole(() => import('#rights/web/desk/pages.ts'), 'AskOnBehalfPage'),
);
const exceptions = told(
  '/desk/exceptions',
  readExceptionsSearch,
  whole(() => import('#exceptions/web/desk/pages.ts'), 'ExceptionsPage'),
);
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
const set_up = told(
  '/desk/set-up',
  ({ step }: { step?: unknown }): { step?: string } => (typeof step === 'string' ? { step } : {}),
  whole(() => import('#schools/web/set-up/SetUpPage.tsx'), 'SetUpPage'),
);
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
const dashboard = told(
  '/desk/dashboard',
  readDashboardSearch,
  whole(() => import('#reports/web/dashboard/DashboardPage.tsx'), 'DashboardPage'),
);
const exported = page(
  '/desk/exports',
  whole(() => import('#reports/web/exports/pages.ts'), 'ExportsPage'),
);
const exporting = told(
  '/desk/exports/new',
  readExportSearch,
  whole(() => import('#reports/web/exports/pages.ts'), 'NewExportPage'),
);
const statements = told(
  '/desk/statements/$',
  readExportSearch,
  whole(() => import('#reports/web/statements/StatementPages.tsx'), 'StatementPages'),
);
const how_fast = page(
  '/desk/settings/how-fast',
  whole(() => import('#reports/web/how-fast/PublicationPage.tsx'), 'PublicationPage'),
);
const audit = told(
  '/desk/audit',
  readAuditSearch,
  whole(() => import('#privacy/web/audit/AuditPage.tsx'), 'AuditPage'),
);
const configuration = told(
  '/desk/configuration',
  readConfigurationSearch,
  whole(() => import('#configuration/web/desk/pages.ts'), 'ConfigurationPage'),
);
const new_configuration = page(
  '/desk/configuration/new',
  whole(() => import('#configuration/web/desk/pages.ts'), 'NewRequestPage'),
);
const teams = page(
  '/desk/settings/teams',
  whole(() => import('#tickets/web/desk/handing/TeamsPage.tsx'), 'TeamsPage'),
);
const absences = told(
  '/desk/settings/absences',
  readRotaSearch,
  whole(() => import('#tickets/web/desk/handing/AbsencesPage.tsx'), 'AbsencesPage'),
);
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

export const router = createRouter({
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
    hand_back,
    network,
    trainings,
    training,
    importing,
    sign_ins,
    announcements,
    notices,
    notice,
    rights,
    rights_new,
    exceptions,
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
