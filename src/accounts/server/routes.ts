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

const accountRoutes = ({ gate }: Served<Person>) => [
  ...sessionRoutes(gate),
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
  serveRoutes(served, tag, accountRoutes(served));
  servePasswordRoutes(served, tag, agentPasswordRoutes);
  serveTokenMaking(served);
}
