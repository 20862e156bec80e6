import type { Ctx } from '#accounts/server/acting.ts';
import { moment } from '#sla/rules/moments.ts';
import { undo } from '../../rules/lifecycle.ts';
import type { Outgoing, Undoable } from '../../rules/sending.ts';
import { sentenceOf } from '../../rules/story.ts';
import { seenBy } from '../shapes.ts';
import type { OutgoingDeed } from './tables.ts';
import type { UndoableRow } from '../undo/store.ts';
import type { WaitingRow } from './views.ts';

/** What the school will read of it. */
const textOf = (deed: OutgoingDeed): string =>
  deed.kind === 'reply' ? deed.text : (deed.question ?? deed.answer ?? '');

export function outgoingOf(ctx: Ctx, row: WaitingRow): Outgoing {
  const left_ms = new Date(row.leaves_at).getTime() - ctx.now.getTime();
  return {
    id: row.id,
    author: { id: row.author_id, name: row.author },
    text: textOf(row.deed),
    html: row.html,
    move: row.deed.kind === 'move' ? row.deed.move : null,
    files: row.deed.files?.length ?? 0,
    also: row.deed.also ?? [],
    held: moment(new Date(row.held_at), seenBy(ctx)),
    leaves_in_seconds: Math.max(0, Math.ceil(left_ms / 1000)),
    stopped: row.outcome === 'stopped' ? (row.reason?.[ctx.lang] ?? '') : null,
    mine: row.author_id === ctx.who.person_id,
  };
}

export function undoableOf(ctx: Ctx, { position, at, kind }: UndoableRow): Undoable {
  const until = new Date(new Date(at).getTime() + undo.unless_something_happened_minutes * 60_000);
  return {
    change: position,
    words: sentenceOf(kind, {}, ctx.who.name, ctx.lang),
    until: moment(until, seenBy(ctx)),
  };
}
