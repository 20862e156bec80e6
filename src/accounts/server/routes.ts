import { serveRoutes, type Served } from '#platform/http/routes.ts';
import type { Person } from '../rules/who.ts';
import { draftRoutes } from './drafts/drafts.ts';
import { agentRoutes } from './agents.ts';
import { igroupRoutes, serveApp, serveIgroupNames } from './igroup/routes.ts';
import { invitationRoutes } from './links/invitations.ts';
import { serveLinks } from './links/routes.ts';
import { sideRoutes } from './sides/sides.ts';
import { ownSignOnRoutes } from './sign-on/own.ts';
import { serveSignOn } from './sign-on/serving.ts';
import { serveSetup } from './setup.ts';
import { teamRoutes } from './teams/routes.ts';
import type { EntranceHome } from './sign-in/entrance.ts';
import { serveAccount } from './keys/account-routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { serveSeveral } from './several/serving.ts';
import { severalRoutes } from './several/several.ts';
import { serveSession, sessionRoutes } from './sign-in/session-routes.ts';
import { tokenRoutes } from './tokens.ts';

const tag = 'Accounts';

const accountRoutes = ({ gate }: Served<Person>) => [
  ...sessionRoutes(gate),
  ...agentRoutes,
  ...sideRoutes,
  ...invitationRoutes,
  ...ownSignOnRoutes,
  ...igroupRoutes,
  ...tokenRoutes,
  ...draftRoutes,
  ...teamRoutes,
  ...keyRoutes,
  ...severalRoutes,
];

/** Puts all routes of this house on the server. */
export function serveAccounts(served: Served<Person>, home: EntranceHome): void {
  serveSetup(served, home);
  serveIgroupNames(served);
  serveApp(served);
  serveSession(served, home);
  serveAccount(served, home);
  serveSeveral(served, home);
  serveRoutes(served, tag, accountRoutes(served));
  serveLinks(served, home);
  serveSignOn(served, home);
}
