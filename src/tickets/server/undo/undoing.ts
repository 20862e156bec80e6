import type { Ctx } from '#accounts/server/acting.ts';
import type { Facts } from '#accounts/server/story/story.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { undo } from '../../rules/lifecycle.ts';
import type { TakenBack } from '../../rules/ticket.ts';
import { agentName } from '../people.ts';
import { fileOf } from '../shapes.ts';
import { holdTicket, updateTicket, type TicketPatch } from '../store.ts';
import type { TicketRow } from '../tables.ts';
import { tellDeed } from '../telling.ts';
import { ticketWithMessages } from '../tickets.ts';
import { happenedSince, markUndone, selectDeed, takeBackNote, type ChangeRow } from './store.ts';

/**
 * Takes back what this person did to the ticket (process.json undo): within the window whatever came after, and for
 * half an hour as long as nothing did. What was sent stays sent. Refuses not_found (not hers, or undone already),
 * not_now (too late, or what she changed has been changed again).
 */
export async function undoChange(ctx: Ctx, number: number, position: number): Promise<TakenBack> {
  const ticket = await holdTicket(ctx, number);
  if (!ticket) throw notFound();
  const deed = await selectDeed(ctx, number, position);
  const last = deed.at(-1);
  if (!last) throw notFound();
  if (!(await inTime(ctx, last))) throw notNow(tooLate);
  const { before, after } = merged(deed);
  if (!stillSo(ticket, after)) throw notNow(changedSince);

  await updateTicket(ctx, number, before);
  for (const change of deed) await markUndone(ctx, change.position);
  const note = last.note_id === null ? undefined : await takeBackNote(ctx, last.note_id);
  await tellDeed(ctx, ticket, {
    kind: note ? 'note_taken_back' : 'undone',
    audience: note ? 'desk' : 'school',
    ...(await factsOf(ctx, ticket, before)),
  });
  return {
    ticket: await ticketWithMessages(ctx, number),
    writing: note ? 'note' : null,
    fields: note ? { text: note.text } : {},
    files: (note?.files ?? []).map(fileOf),
  };
}

const seconds = 1000;

async function inTime(ctx: Ctx, deed: ChangeRow): Promise<boolean> {
  const gone = ctx.now.getTime() - deed.at.getTime();
  if (gone <= undo.window_seconds * seconds) return true;
  if (gone > undo.unless_something_happened_minutes * 60 * seconds) return false;
  return !(await happenedSince(ctx, deed));
}

/** Several changes of one deed as one: the first "before", the last "after". */
const merged = (deed: readonly ChangeRow[]): { before: TicketPatch; after: TicketPatch } => ({
  before: withInstants(Object.assign({}, ...deed.map(({ before }) => before).reverse())),
  after: withInstants(Object.assign({}, ...deed.map(({ after }) => after))),
});

/** Instants are kept as text. */
const withInstants = (patch: TicketPatch): TicketPatch =>
  patch.ended_at ? { ...patch, ended_at: new Date(patch.ended_at) } : patch;

const stillSo = (ticket: TicketRow, after: TicketPatch): boolean =>
  Object.entries(after).every(([field, value]) => plain(ticket[field as keyof TicketRow]) === plain(value));

const plain = (value: unknown) => (value instanceof Date ? value.toISOString() : value);

const for_the_desk: readonly string[] = ['minutes', 'level2_reference'];
const untold: readonly string[] = ['ended_at', 'reopen_count'];

/** What the undoing changed, as the story tells it: people by name, and what is the desk's in the desk's line. */
async function factsOf(ctx: Ctx, ticket: TicketRow, before: TicketPatch) {
  const facts: Facts = {};
  const inside: Facts = {};
  for (const [field, value] of Object.entries(before)) {
    const now = ticket[field as keyof TicketRow];
    if (untold.includes(field) || plain(now) === plain(value)) continue;
    if (field === 'assignee_id') {
      facts['assignee'] = [await agentName(ctx, now as number | null), await agentName(ctx, value as number)];
      facts['assignee_id'] = [now, value]; // for those whom it concerns
    } else (for_the_desk.includes(field) ? inside : facts)[field] = [now, value];
  }
  return { facts, inside };
}

const tooLate = {
  en: 'It is too late to undo this: something has happened since, or more than half an hour has gone.',
  fr: 'Il est trop tard pour annuler : quelque chose s’est passé depuis, ou plus d’une demi-heure s’est écoulée.',
};
const changedSince = {
  en: 'This has been changed again since, so it cannot be undone.',
  fr: 'Ceci a été modifié de nouveau depuis; l’annulation n’est plus possible.',
};
