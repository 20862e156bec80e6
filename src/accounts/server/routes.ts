import { serveRoutes, type Served } from '#platform/http/routes.ts';
import type { Sealing } from '#platform/sealing.ts';
import type { Person } from '../rules/who.ts';
import { draftRoutes } from './drafts/drafts.ts';
import { agentRoutes } from './agents.ts';
import { invitationRoutes, linkRoutes } from './links/invitations.ts';
import { serveLinks } from './links/routes.ts';
import { serveShownOnce } from './shown-once.ts';
import { sideRoutes } from './sides/sides.ts';
import { ownSignOnRoutes } from './sign-on/own.ts';
import { serveSignOn } from './sign-on/serving.ts';
import { serveSetup } from './setup.ts';
import { teamRoutes } from './teams/routes.ts';
import type { CookieHome } from './sign-in/cookies.ts';
import { serveSession, sessionRoutes } from './sign-in/session-routes.ts';
import { tokenMakingRoutes, tokenRoutes } from './tokens.ts';

const tag = 'Accounts';

export const accountRoutes = [
  ...sessionRoutes,
  ...agentRoutes,
  ...sideRoutes,
  ...invitationRoutes,
  ...ownSignOnRoutes,
  ...tokenRoutes,
  ...draftRoutes,
  ...teamRoutes,
];

/** Puts all routes of this house on the server. */
export function serveAccounts(served: Served<Person>, home: CookieHome, sealing: Sealing): void {
  serveSetup(served, home);
  serveSession(served, home);
  serveRoutes(served, tag, accountRoutes);
  serveShownOnce(served, tag, [...tokenMakingRoutes, ...linkRoutes]);
  serveLinks(served, home);
  serveSignOn(served, home, sealing);
}
