import { signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { route } from '#accounts/server/acting.ts';
import { serveRoutes, type Served } from '#platform/http/routes.ts';
import { SearchAnswer, SearchQuery } from '../rules/search.ts';
import { find } from './finding.ts';

// prettier-ignore
const routes = [
  route({ method: 'GET', path: '/api/search', says: 'Articles, topics of the forum, tickets and schools that one may read, by words, what was meant by them, "phrases" or a number; the best first', may: signedIn, door: 'read_knowledge', query: SearchQuery, answer: SearchAnswer, deed: (ctx, { query }) => find(ctx, query) }),
];

/** Puts the routes of this house on the server. */
export const serveSearch = (served: Served<Person>): void => serveRoutes(served, 'search', routes);
