import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  ChoiceQuery,
  Choices,
  Linking,
  MergePreview,
  Merging,
  Parting,
  PartQuery,
  Splitting,
} from '../../rules/joining/joining.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { choicesFor, previewMerge } from './choices.ts';
import { linkTickets } from './linking.ts';
import { mergeInto } from './merging.ts';
import { partingOf, partTickets } from './parting.ts';
import { splitOff } from './splitting.ts';

const params = z.object({ number: id() });
const joined = params.extend({ id: id() });
const answer = TicketWithMessages;

/** URL to deed, a line each. */
// prettier-ignore
export const joiningRoutes = [
  route({ method: 'GET', path: '/api/tickets/:number/links/choices', says: 'Tickets to link with or merge into, by words or number', may: atDesk, params, query: ChoiceQuery, answer: Choices, deed: (ctx, { params, query }) => choicesFor(ctx, params.number, query) }),
  route({ method: 'POST', path: '/api/tickets/:number/links', says: 'Link it with another ticket, or put one under the other', may: atDesk, params, body: Linking, status: 201, answer, deed: (ctx, { params, body }) => linkTickets(ctx, params.number, body) }),
  route({ method: 'GET', path: '/api/tickets/:number/merge', says: 'What merging it into another would be; nothing is changed', may: atDesk, params, query: Merging, answer: MergePreview, deed: (ctx, { params, query }) => previewMerge(ctx, params.number, query.into) }),
  route({ method: 'POST', path: '/api/tickets/:number/merge', says: 'Merge it into another ticket of the same school; answers that one', may: atDesk, params, body: Merging, answer, deed: (ctx, { params, body }) => mergeInto(ctx, params.number, body.into) }),
  route({ method: 'POST', path: '/api/tickets/:number/split', says: 'Go on with chosen messages in a new ticket; answers that one', may: atDesk, params, body: Splitting, status: 201, answer, deed: (ctx, { params, body }) => splitOff(ctx, params.number, body) }),
  route({ method: 'GET', path: '/api/tickets/:number/joinings/:id', says: 'What undoing a link, a merge or a split would mean', may: atDesk, params: joined, answer: Parting, deed: (ctx, { params }) => partingOf(ctx, params.number, params.id) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/joinings/:id', says: 'Undo a link, a merge or a split (30 days); `take` names replies that go with the parted ticket', may: atDesk, params: joined, query: PartQuery, answer, deed: (ctx, { params, query }) => partTickets(ctx, params.number, { id: params.id, take: query.take }) }),
];
