import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notFound, notNow } from '#platform/refusals.ts';
import { mayEdit, why_not } from '../../rules/messages/editing.ts';
import type { Edit, TicketWithMessages } from '../../rules/ticket.ts';
import { tellDeed } from '../telling.ts';
import { hold, ticketWithMessages } from '../tickets.ts';
import type { Way } from '../undo/way.ts';
import { dropVersion, keepVersion, messageOn, rewriteMessage, type Kind } from './store.ts';

/**
 * Changes what one's own message says, within its time (rules/messages/editing.ts). The old text is kept for all who
 * may read the message, open pages show the new one, nothing is sent again. The same text changes nothing. Refuses
 * not_found, not_allowed (of somebody else), not_now (read, ended, too late).
 */
export async function editMessage(
  ctx: Ctx,
  kind: Kind,
  params: { number: number; id: number },
  { text }: Edit,
): Promise<TicketWithMessages> {
  const { number, id } = params;
  const { ticket } = await hold(ctx, number);
  const message = await messageOn(ctx, number, kind, id);
  if (!message) throw notFound();
  const may = mayEdit(ctx.who, { ...message, kind, ticket }, ctx.now);
  if (may === 'not_yours') throw notAllowed(why_not[may]);
  if (may !== 'yes' && ctx.code_wall) throw notNow(why_not[may as keyof typeof why_not]);
  if (message.text !== text) {
    const version = await keepVersion(ctx, ticket, kind, message);
    await rewriteMessage(ctx, kind, id, text);
    await tellDeed(ctx, ticket, {
      kind: `${kind}_edited`,
      audience: kind === 'reply' ? 'school' : 'desk',
      facts: { message: id, version },
      undo: { way: 'edit', before: { text: message.text }, after: { kind, id, text, version } },
    });
  }
  return ticketWithMessages(ctx, number);
}

interface Edited {
  text: string;
  kind: Kind;
  id: number;
  version: number;
}

/** An edit is undone while what it made still stands, and (a reply) while the other side has not seen it. */
export const edit_way: Way<Edited> = {
  async stillSo(ctx, ticket, { kind, id, text }) {
    const message = await messageOn(ctx, ticket.number, kind, id);
    const read = ctx.who.side === 'school' ? ticket.read_by_desk : ticket.read_by_school;
    return message?.text === text && (kind === 'note' || read < id);
  },
  async putBack(ctx, _ticket, before, { kind, id, version }) {
    await rewriteMessage(ctx, kind, id, before.text);
    await dropVersion(ctx, version);
    return { audience: kind === 'reply' ? 'school' : 'desk' };
  },
};
