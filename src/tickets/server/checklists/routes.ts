import { z } from 'zod';
import { atDesk, keepersOfSchools } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import {
  AddToChecklist,
  Checklist,
  ChecklistChange,
  Checklists,
  NewChecklist,
  Ticking,
} from '../../rules/tasks/checklist.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { addChecklist, changeChecklist, listChecklists, removeChecklist } from './checklists.ts';
import { addToChecklist, removeItem, tickItem } from './ticking.ts';

const one = z.object({ id: id() });
const onTicket = z.object({ number: id() });
const item = z.object({ number: id(), id: id() });
const answer = TicketWithMessages;

/** URL to deed, a line each. */
// prettier-ignore
export const checklistRoutes = [
  route({ method: 'GET', path: '/api/checklists', says: 'The checklists, and which categories get them', may: atDesk, answer: Checklists, deed: ctx => listChecklists(ctx) }),
  route({ method: 'POST', path: '/api/checklists', says: 'Add a checklist', may: keepersOfSchools, body: NewChecklist, status: 201, answer: Checklist, deed: (ctx, { body }) => addChecklist(ctx, body) }),
  route({ method: 'PATCH', path: '/api/checklists/:id', says: 'Change a checklist, or bring it back; tickets keep what they have', may: keepersOfSchools, params: one, body: ChecklistChange, answer: Checklist, deed: (ctx, { params, body }) => changeChecklist(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/checklists/:id', says: 'Remove a checklist: no ticket gets it any more', may: keepersOfSchools, params: one, answer: Checklist, deed: (ctx, { params }) => removeChecklist(ctx, params.id) }),
  route({ method: 'POST', path: '/api/tickets/:number/checklist', says: 'Add a checklist to a ticket, or an item of its own', may: atDesk, params: onTicket, body: AddToChecklist, status: 201, answer, deed: (ctx, { params, body }) => addToChecklist(ctx, params.number, body) }),
  route({ method: 'PATCH', path: '/api/tickets/:number/checklist/:id', says: 'Tick an item, or take the tick away', may: atDesk, params: item, body: Ticking, answer, deed: (ctx, { params, body }) => tickItem(ctx, params.number, params.id, body.ticked) }),
  route({ method: 'DELETE', path: '/api/tickets/:number/checklist/:id', says: 'Take an item off a ticket', may: atDesk, params: item, answer, deed: (ctx, { params }) => removeItem(ctx, params.number, params.id) }),
];
