import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Deed } from '#accounts/server/story/story.ts';
import { notFound, notNow, Refusal } from '#platform/refusals.ts';
import type {
  HandedBack,
  HandedOver,
  HandOverPreview,
  HandOverQuery,
  NewHandOver,
} from '../../rules/handing/hand-over.ts';
import { insertNote } from '../store.ts';
import { insertChange } from '../undo/store.ts';
import { undoChange } from '../undo/undoing.ts';
import {
  holdHandedTickets,
  insertHandedTickets,
  insertHandOver,
  markHandOverUndone,
  placeTickets,
  putTurns,
  selectHandOver,
} from './overs-store.ts';
import { putManyWaiting } from './waiting-store.ts';
import { planHandOver, shownPlan, type Plan } from './plan.ts';

/** Handing over a person's open tickets in one step, and back in one. */

/** Who would get how many. Changes nothing. */
export const previewHandOver = async (ctx: Ctx, asked: HandOverQuery): Promise<HandOverPreview> =>
  shownPlan(ctx, asked, await planHandOver(ctx, asked, false));

/**
 * Hands over up to five hundred of a person's open tickets, to somebody or to the teams, with one note on each. Each
 * has its line in its story; who receives some is told once, and so is she whose they were. Refuses not_now when there
 * is none, and as planHandOver does.
 */
export async function handOver(ctx: Ctx, { note, ...asked }: NewHandOver): Promise<HandedOver> {
  const plan = await planHandOver(ctx, asked, true);
  if (plan.rows.length === 0)
    throw notNow({
      en: 'There is no open ticket to hand over.',
      fr: 'Il n’y a aucun billet ouvert à transmettre.',
    });
  const shown = await shownPlan(ctx, asked, plan); // as long as those that stay are told from those that go
  await placeTickets(ctx, plan.placed);
  await putTurns(ctx, plan.placed);
  const left = plan.placed.filter(({ person }) => person === null).map(({ number }) => number);
  if (left.length > 0) await putManyWaiting(ctx, left);
  const notes = await noteOnEach(ctx, plan, note);
  const id = await insertHandOver(ctx, asked.from);
  await tellHandOver(ctx, plan, { id, notes });
  return { id, ...shown };
}

async function noteOnEach(ctx: Ctx, { rows }: Plan, text: string | undefined): Promise<(number | null)[]> {
  const notes: (number | null)[] = [];
  for (const ticket of rows) notes.push(text === undefined ? null : await insertNote(ctx, ticket, { text }));
  return notes;
}

/** A line on each ticket, which is what can be undone there; then one for each person whom all of it concerns. */
async function tellHandOver(
  ctx: Ctx,
  { from, rows, placed, teams }: Plan,
  { id, notes }: { id: number; notes: readonly (number | null)[] },
): Promise<void> {
  const lines = rows.flatMap((ticket, at): Deed[] => {
    const { person, team_id } = placed[at]!;
    const place = { ticket_number: ticket.number, school_id: ticket.school_id };
    const nameOf = (team: number | null) => (team === null ? null : (teams.get(team) ?? null));
    return [
      {
        ...place,
        kind: 'handed_over',
        audience: 'school',
        facts: { assignee: [from.name, person?.name ?? null] },
      },
      ...(team_id === ticket.team_id
        ? []
        : [
            {
              ...place,
              kind: 'inside',
              audience: 'desk' as const,
              facts: { team: [nameOf(ticket.team_id), nameOf(team_id)] as [unknown, unknown] },
            },
          ]),
    ];
  });
  const positions = await recordDeed(ctx, ...lines, ...toldTo(ctx, from.id, placed));
  const own = positions.filter((_, at) => lines[at]?.kind === 'handed_over');
  for (const [at, ticket] of rows.entries()) {
    const { person, team_id } = placed[at]!;
    await insertChange(ctx, ticket, own[at]!, {
      way: 'handed',
      before: { assignee_id: ticket.assignee_id, team_id: ticket.team_id },
      after: { assignee_id: person?.id ?? null, team_id, note_id: notes[at] ?? null },
    });
  }
  await insertHandedTickets(
    ctx,
    rows.map(({ number }, at) => ({ hand_over_id: id, ticket_number: number, position: own[at]! })),
  );
}

/** Who hears of it: each receiver of hers, and she whose tickets they were. Nobody of her own deed. */
function toldTo(ctx: Ctx, from: number, placed: Plan['placed']): Deed[] {
  const line = (kind: string, person: number, numbers: readonly number[]): Deed => ({
    kind,
    audience: 'desk',
    facts: { person, count: numbers.length, first: numbers[0]! },
  });
  const all = placed.map(({ number }) => number);
  const receivers = [...new Set(placed.flatMap(({ person }) => (person ? [person.id] : [])))];
  return [
    ...receivers.map(id =>
      line(
        'tickets_received',
        id,
        placed.filter(({ person }) => person?.id === id).map(({ number }) => number),
      ),
    ),
    line('tickets_handed_on', from, all),
  ].filter(({ facts }) => facts?.['person'] !== ctx.who.person_id);
}

/**
 * Takes a hand-over back: each ticket that is still as it was left, as undoing it there would; the others stay. Refuses
 * not_found (not hers, or undone already), not_now (all have been changed since, or it is too late).
 */
export async function undoHandOver(ctx: Ctx, id: number): Promise<HandedBack> {
  const done = await selectHandOver(ctx, id);
  if (!done || done.by_id !== ctx.who.person_id || done.undone_at !== null) throw notFound();
  const tickets = await holdHandedTickets(ctx, id);
  const back: { number: number; had: number | null }[] = [];
  let refused: Refusal | undefined;
  for (const { number, position, assignee_id } of tickets)
    try {
      await undoChange(ctx, number, position);
      back.push({ number, had: assignee_id });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refused = error;
    }
  if (back.length === 0 && refused) throw refused;
  await markHandOverUndone(ctx, id);
  await tellBack(ctx, back);
  return { back: back.length, kept: tickets.length - back.length };
}

async function tellBack(ctx: Ctx, back: readonly { number: number; had: number | null }[]): Promise<void> {
  const had = [...new Set(back.map(each => each.had))].filter(id => id !== null && id !== ctx.who.person_id);
  const lines = had.map((person): Deed => {
    const those = back.filter(each => each.had === person);
    return {
      kind: 'tickets_taken_back',
      audience: 'desk',
      facts: { person, count: those.length, first: those[0]!.number },
    };
  });
  if (lines.length > 0) await recordDeed(ctx, ...lines);
}
