import { serveRoutes, type Served } from '#platform/http/routes.ts';
import type { Person } from '../rules/who.ts';
import { draftRoutes } from './drafts/drafts.ts';
import { agentPasswordRoutes, agentRoutes } from './agents.ts';
import { servePasswordRoutes } from './sign-in/password-routes.ts';
import { serveSetup } from './setup.ts';
import { teamRoutes } from './teams/routes.ts';
import type { EntranceHome } from './sign-in/entrance.ts';
import { serveAccount } from './keys/account-routes.ts';
import { keyRoutes } from './keys/routes.ts';
import { serveSession, sessionRoutes } from './sign-in/session-routes.ts';
import { serveTokenMaking, tokenRoutes } from './tokens.ts';

const tag = 'Accounts';

export const accountRoutes = [
  ...sessionRoutes,
  ...agentRoutes,
  ...tokenRoutes,
  ...draftRoutes,
  ...teamRoutes,
  ...keyRoutes,
];

/** Puts all routes of this house on the server. */
export function serveAccounts(served: Served<Person>, home: EntranceHome): void {
  serveSetup(served, home);
  serveSession(served, home);
  serveAccount(served, home);
  serveRoutes(served, tag, accountRoutes);
  servePasswordRoutes(served, tag, agentPasswordRoutes);
  serveTokenMaking(served);
}
