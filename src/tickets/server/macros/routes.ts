import { z } from 'zod';
import { atDesk } from '#accounts/rules/policy.ts';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { keepsMacros } from '../../rules/macros/keeping.ts';
import { Doing, Macro, MacroChange, MacroPreview, Macros, NewMacro } from '../../rules/macros/macro.ts';
import { TicketWithMessages } from '../../rules/ticket.ts';
import { doTogether } from '../sending/together.ts';
import { changeMacro, keepMacro, listMacros, removeMacro } from './macros.ts';
import { previewMacro } from './previewing.ts';

const params = z.object({ id: id() });
const ticket = z.object({ ticket: id() });
const number = z.object({ number: id() });

/** URL to deed, a line each. With `waits`, what is said to a school leaves when the undo window is over. */
// prettier-ignore
export const macroRoutes = (waits: boolean) => [
  route({ method: 'GET', path: '/api/macros', says: 'The macros that one may use, last used first', may: atDesk, answer: Macros, deed: ctx => listMacros(ctx) }),
  route({ method: 'POST', path: '/api/macros', says: 'Keep a macro: a text, a note, steps', may: keepsMacros, body: NewMacro, status: 201, answer: Macro, deed: (ctx, { body }) => keepMacro(ctx, body) }),
  route({ method: 'PATCH', path: '/api/macros/:id', says: 'Change it, give it to others, or bring it back', may: keepsMacros, params, body: MacroChange, answer: Macro, deed: (ctx, { params, body }) => changeMacro(ctx, params.id, body) }),
  route({ method: 'DELETE', path: '/api/macros/:id', says: 'Remove it; it can be brought back', may: keepsMacros, params, answer: Macro, deed: (ctx, { params }) => removeMacro(ctx, params.id) }),
  route({ method: 'GET', path: '/api/macros/:id/preview', says: 'What it would say and change on a ticket now', may: atDesk, params, query: ticket, answer: MacroPreview, deed: (ctx, { params, query }) => previewMacro(ctx, params.id, query.ticket) }),
  route({ method: 'POST', path: '/api/tickets/:number/steps', says: 'Do several things to a ticket as one', may: atDesk, params: number, body: Doing, answer: TicketWithMessages, deed: (ctx, { params, body }) => doTogether(ctx, params.number, body, waits) }),
];
