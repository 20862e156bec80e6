import { z } from 'zod';
import { atDesk, keepersOfSchools } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { TagChange, TagCounts, Tagging, Tags } from '../../rules/tags/tag.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { changeTag, countTags, listTags, removeTag, tagTicket } from './tags.ts';

const params = z.object({ id: id() });
const ofTicket = z.object({ number: id() });

/** URL to deed, a line each. */
// prettier-ignore
export const tagRoutes = [
  route({ method: 'GET', path: '/api/tags', says: 'The iGroup’s tags by name', may: atDesk, answer: Tags, deed: ctx => listTags(ctx) }),
  route({ method: 'GET', path: '/api/tags/counts', says: 'On how many tickets each stands', may: atDesk, answer: TagCounts, deed: ctx => countTags(ctx) }),
  route({ method: 'PATCH', path: '/api/tags/:id', says: 'Rename a tag, merge it into another or take the two apart, or bring it back', may: keepersOfSchools, params, body: TagChange, answer: TagCounts, deed: (ctx, { params, body }) => changeTag(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/tags/:id', says: 'Remove a tag; it can be brought back', may: keepersOfSchools, params, answer: TagCounts, deed: (ctx, { params }) => removeTag(ctx, params.id) }),
  route({ method: 'PUT', path: '/api/tickets/:number/tags', says: 'Put tags on a ticket and take others off, by name', may: atDesk, params: ofTicket, body: Tagging, answer: TicketWithMessages, deed: (ctx, { params, body }) => tagTicket(ctx, params.number, body) }),
];
