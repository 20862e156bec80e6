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
import { Asking, BrokenPage, DeskOnly, Frame, LostPage, toSignIn } from '#tickets/web/desk/desk.tsx';
import { parseSearch, readSearch, stringifySearch } from '#tickets/web/desk/filters.ts';
import { NoTicket } from '#tickets/web/desk/list/NoTicket.tsx';
import { TicketsPage } from '#tickets/web/desk/list/TicketsPage.tsx';
import { fetchedAhead } from '#ui/floating/soon.tsx';
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
});
const school = createRoute({
  getParentRoute: () => root,
  path: '/desk/schools/$id',
  component: lazyRouteComponent(() => import('#schools/web/SchoolPage.tsx'), 'SchoolPage'),
});
const announcements = createRoute({
  getParentRoute: () => root,
  path: '/desk/announcements',
  component: lazyRouteComponent(
    () => import('#schools/web/announcements/AnnouncementsPage.tsx'),
    'AnnouncementsPage',
  ),
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

const router = createRouter({
  routeTree: root.addChildren([
    tickets.addChildren([none, one, opening]),
    schools,
    school,
    announcements,
    people,
    tokens,
    settings,
    settings_tags,
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

const words = { en: () => import('./main.desk.en.ts'), fr: () => import('./main.desk.fr.ts') };

showTheme();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Words of={words}>
      <Asking>
        <SignedIn signedOut={toSignIn}>
          <DeskOnly>
            <RouterProvider router={router} />
          </DeskOnly>
        </SignedIn>
      </Asking>
    </Words>
  </StrictMode>,
);
