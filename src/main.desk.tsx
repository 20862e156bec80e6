import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  RouterProvider,
} from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { SignedIn } from '#accounts/web/accounts.tsx';
import { readAuditSearch } from '#privacy/web/search.ts';
import { readDashboardSearch, readExportSearch } from '#reports/web/search.ts';
import { readBehalfSearch, readRightsSearch } from '#rights/web/search.ts';
import { readSchoolsSearch } from '#schools/web/list/search.ts';
import { Asking, BrokenPage, DeskOnly, Frame, LostPage, toSignIn } from '#tickets/web/desk/desk.tsx';
import { parseSearch, readSearch, stringifySearch } from '#tickets/web/desk/filters.ts';
import { readRotaSearch } from '#tickets/web/desk/handing/asking.ts';
import { NoTicket } from '#tickets/web/desk/list/NoTicket.tsx';
import { TicketsPage } from '#tickets/web/desk/list/TicketsPage.tsx';
import { OnSchoolPage } from '#schools/web/page/brought.tsx';
import { Beside } from '#tickets/web/beside.tsx';
import { fetchedAhead, soon } from '#ui/floating/soon.tsx';
import { showTheme, Words } from '#ui/ui.ts';

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

const schools = createRoute({
  getParentRoute: () => root,
  path: '/desk/schools',
  component: lazyRouteComponent(() => import('#schools/web/SchoolsPage.tsx'), 'SchoolsPage'),
  validateSearch: readSchoolsSearch,
});
const waves = createRoute({
  getParentRoute: () => root,
  path: '/desk/schools/waves',
  component: lazyRouteComponent(() => import('#schools/web/waves/WavesPage.tsx'), 'WavesPage'),
});
const school = createRoute({
  getParentRoute: () => root,
  path: '/desk/schools/$id',
  component: lazyRouteComponent(() => import('#schools/web/SchoolPage.tsx'), 'SchoolPage'),
});
const importing = createRoute({
  getParentRoute: () => root,
  path: '/desk/schools/import',
  component: lazyRouteComponent(() => import('#schools/web/importing/ImportPage.tsx'), 'ImportPage'),
});
const sign_ins = createRoute({
  getParentRoute: () => root,
  path: '/desk/schools/sign-ins',
  component: lazyRouteComponent(() => import('#schools/web/logins/SignInsPage.tsx'), 'SignInsPage'),
});
const announcements = createRoute({
  getParentRoute: () => root,
  path: '/desk/announcements',
  component: lazyRouteComponent(
    () => import('#schools/web/announcements/AnnouncementsPage.tsx'),
    'AnnouncementsPage',
  ),
});
const trainings = createRoute({
  getParentRoute: () => root,
  path: '/desk/training',
  component: lazyRouteComponent(() => import('#schools/web/training/TrainingsPage.tsx'), 'TrainingsPage'),
});
const training = createRoute({
  getParentRoute: () => root,
  path: '/desk/training/$id',
  component: lazyRouteComponent(() => import('#schools/web/training/TrainingPage.tsx'), 'TrainingPage'),
});
const rights = createRoute({
  getParentRoute: () => root,
  path: '/desk/rights',
  component: lazyRouteComponent(() => import('#rights/web/desk/RegisterPage.tsx'), 'RegisterPage'),
  validateSearch: readRightsSearch,
});
const rights_new = createRoute({
  getParentRoute: () => root,
  path: '/desk/rights/new',
  component: lazyRouteComponent(() => import('#rights/web/desk/AskOnBehalfPage.tsx'), 'AskOnBehalfPage'),
  validateSearch: readBehalfSearch,
});
const people = createRoute({
  getParentRoute: () => root,
  path: '/desk/people',
  component: lazyRouteComponent(() => import('#accounts/web/desk/PeoplePage.tsx'), 'PeoplePage'),
});
const tokens = createRoute({
  getParentRoute: () => root,
  path: '/desk/tokens',
  component: lazyRouteComponent(() => import('#accounts/web/desk/TokensPage.tsx'), 'TokensPage'),
});

const account = createRoute({
  getParentRoute: () => root,
  path: '/desk/account',
  component: lazyRouteComponent(() => import('#accounts/web/desk/AccountPage.tsx'), 'AccountPage'),
});
const sign_on = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/sign-on',
  component: lazyRouteComponent(() => import('#accounts/web/desk/SignOnPage.tsx'), 'SignOnPage'),
});

const tasks = createRoute({
  getParentRoute: () => root,
  path: '/desk/tasks',
  component: lazyRouteComponent(() => import('#tickets/web/desk/tasks/TasksPage.tsx'), 'TasksPage'),
});
const emergencies = createRoute({
  getParentRoute: () => root,
  path: '/desk/emergencies',
  component: lazyRouteComponent(
    () => import('#tickets/web/desk/emergency/EmergenciesPage.tsx'),
    'EmergenciesPage',
  ),
});
const settings = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings',
  component: lazyRouteComponent(() => import('#tickets/web/desk/settings/SettingsPage.tsx'), 'SettingsPage'),
});

const settings_tags = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/tags',
  component: lazyRouteComponent(() => import('#tickets/web/desk/tags/TagsPage.tsx'), 'TagsPage'),
});
const checklists = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/checklists',
  component: lazyRouteComponent(
    () => import('#tickets/web/desk/checklists/ChecklistsPage.tsx'),
    'ChecklistsPage',
  ),
});
const macros = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/macros',
  component: lazyRouteComponent(() => import('#tickets/web/desk/macros/kept/MacrosPage.tsx'), 'MacrosPage'),
});
const dashboard = createRoute({
  getParentRoute: () => root,
  path: '/desk/dashboard',
  component: lazyRouteComponent(() => import('#reports/web/dashboard/DashboardPage.tsx'), 'DashboardPage'),
  validateSearch: readDashboardSearch,
});
const exported = createRoute({
  getParentRoute: () => root,
  path: '/desk/exports',
  component: lazyRouteComponent(() => import('#reports/web/exports/ExportsPage.tsx'), 'ExportsPage'),
});
const exporting = createRoute({
  getParentRoute: () => root,
  path: '/desk/exports/new',
  component: lazyRouteComponent(() => import('#reports/web/exports/NewExportPage.tsx'), 'NewExportPage'),
  validateSearch: readExportSearch,
});
const audit = createRoute({
  getParentRoute: () => root,
  path: '/desk/audit',
  component: lazyRouteComponent(() => import('#privacy/web/audit/AuditPage.tsx'), 'AuditPage'),
  validateSearch: readAuditSearch,
});
const teams = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/teams',
  component: lazyRouteComponent(() => import('#tickets/web/desk/handing/TeamsPage.tsx'), 'TeamsPage'),
});
const absences = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/absences',
  validateSearch: readRotaSearch,
  component: lazyRouteComponent(() => import('#tickets/web/desk/handing/AbsencesPage.tsx'), 'AbsencesPage'),
});
const fields = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/fields',
  component: lazyRouteComponent(() => import('#tickets/web/desk/fields/FieldsPage.tsx'), 'FieldsPage'),
});
const templates = createRoute({
  getParentRoute: () => root,
  path: '/desk/settings/templates',
  component: lazyRouteComponent(
    () => import('#tickets/web/desk/templates/TemplatesPage.tsx'),
    'TemplatesPage',
  ),
});

const router = createRouter({
  routeTree: root.addChildren([
    tickets.addChildren([none, one, opening]),
    schools,
    waves,
    school,
    trainings,
    training,
    importing,
    sign_ins,
    announcements,
    rights,
    rights_new,
    people,
    tokens,
    account,
    sign_on,
    tasks,
    emergencies,
    settings,
    settings_tags,
    checklists,
    macros,
    dashboard,
    exported,
    exporting,
    audit,
    teams,
    absences,
    fields,
    templates,
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

/** What another house brings to a school's page. */
const on_school_page = {
  rights: soon(async () => (await import('#rights/web/desk/RightsSection.tsx')).RightsSection),
};
/** What the houses that keep requests bring to the pages of tickets. */
const beside = {
  parts: {
    rights: soon(async () => (await import('#rights/web/desk/RequestPart.tsx')).RequestPart),
  },
  ways: {},
};

const words = { en: () => import('./main.desk.en.ts'), fr: () => import('./main.desk.fr.ts') };

showTheme();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Words of={words}>
      <Asking>
        <SignedIn signedOut={toSignIn}>
          <DeskOnly>
            <Beside value={beside}>
              <OnSchoolPage value={on_school_page}>
                <RouterProvider router={router} />
              </OnSchoolPage>
            </Beside>
          </DeskOnly>
        </SignedIn>
      </Asking>
    </Words>
  </StrictMode>,
);
