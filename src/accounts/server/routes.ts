import { serveRoutes, type Served } from '#platform/http/routes.ts';
import type { Sealing } from '#platform/sealing.ts';
import type { Person } from '../rules/who.ts';
import { draftRoutes } from './drafts/drafts.ts';
import { agentPasswordRoutes, agentRoutes } from './agents.ts';
import { servePasswordRoutes } from './sign-in/password-routes.ts';
import { serveSetup } from './setup.ts';
import { teamRoutes } from './teams/routes.ts';
import type { CookieHome } from './sign-in/cookies.ts';
import { serveSession, sessionRoutes } from './sign-in/session-routes.ts';
import { serveTokenMaking, tokenRoutes } from './tokens.ts';

const tag = 'Accounts';

export const accountRoutes = [
  ...sessionRoutes,
  ...agentRoutes,
  ...tokenRoutes,
  ...draftRoutes,
  ...teamRoutes,
];

/** Puts all routes of this house on the server. */
export function serveAccounts(served: Served<Person>, home: CookieHome, _sealing: Sealing): void {
  serveSetup(served, home);
  serveSession(served, home);
  serveRoutes(served, tag, accountRoutes);
  servePasswordRoutes(served, tag, agentPasswordRoutes);
  serveTokenMaking(served);
}
