import { atDesk, signedIn } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { Passing, Passings, PassingsQuery } from '../../rules/passing/passing.ts';
import { listPassings, passingOf } from './passing.ts';

// prettier-ignore
export const passingRoutes = [
  route({ method: 'GET', path: '/api/passing', says: 'Who of one’s own school gets what is its own matter, and how much is there', may: signedIn, door: 'read_tickets', answer: Passing, deed: passingOf }),
  route({ method: 'GET', path: '/api/passings', says: 'What became of what schools passed to their own technicians', may: atDesk, query: PassingsQuery, answer: Passings, deed: (ctx, { query }) => listPassings(ctx, query) }),
];
