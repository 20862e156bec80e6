import type { Person, Software } from '#accounts/rules/who.ts';
import { asSoftware, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notAllowed, notNow, notValid, Refusal } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { demandDoor } from '#schools/server/schools.ts';
import { localDate } from '#sla/rules/zones.ts';
import { rowOf } from '../rules/inside/inside.ts';
import { isOpen, type Move, type Transition } from '../rules/lifecycle.ts';
import { lacksNextStep, no_next_step } from '../rules/next-step.ts';
import { mayMove, type Facts, to_level2 } from '../rules/policy.ts';
import type { Moving } from '../rules/ticket.ts';
import { en } from '../rules/words/en.ts';
import { fr } from '../rules/words/fr.ts';
import { checkSolved } from './fields/filling.ts';
import { goneOn } from './joining/held.ts';
import { routeTicket, tellRouted } from './handing/routing.ts';
import { insertNote, insertReply, updateTicket, type TicketPatch } from './store.ts';
import type { TicketRow } from './tables.ts';
import { checkEnding, dropOpenTasks } from './tasks/ending.ts';
import { tellDeed } from './telling.ts';

/** A ticket that is held for this transaction, and what the policy must know of it. */
export interface Held {
  ticket: TicketRow;
  facts: Facts;
  /** The ticket as it was before the deed that this move is a part of, when that changed it already. */
  was?: TicketRow;
}

/** What comes with a move: the fields that its row in the life cycle requires. */
export type Given = Partial<Omit<Moving, 'move'>> & {
  /** With `pass`: who of the school gets it. */
  technician?: { id: number; name: string };
};

/**
 * Makes one move of the life cycle: the guard, what the row requires, its messages, the new state, the story.
 * Refuses not_now (the table has no such move from here, or its time is over), not_allowed (not by this person),
 * not_valid (something that the move requires is missing), not_now with what is open where the desk's work ends.
 */
export async function makeMove(ctx: Ctx, held: Held, move: Move, given: Given): Promise<void> {
  const { ticket, was = ticket } = held;
  const row = await checkMove(ctx, held, move, given);
  if (given.with_open_tasks === 'drop') await dropOpenTasks(ctx, ticket, row);
  const said = await writeMessages(ctx, ticket, row, given);
  // Teams are held before anything is told.
  const routed =
    row.move === 'send_up'
      ? await asSoftware(ctx, 'routing', software => routeTicket(software, ticket))
      : undefined;
  const patch = patchOf(ctx, ticket, row, given);
  await updateTicket(ctx, ticket.number, patch, said);
  await tellDeed(ctx, ticket, {
    ...(!saysToDesk(ctx, row) && { undo: { was, patch: { ...differing(was, ticket), ...patch } } }),
    kind: row.move,
    audience: row.move === 'propose_escalation' ? 'desk' : 'school',
    facts: {
      state: [row.from, row.to],
      ...(row.requires.includes('resolution_code') && { resolution_code: given.resolution_code ?? null }),
      ...(row.requires.includes('date') && { date: given.date ?? null }),
      ...(row.requires.includes('reason') && !saysWhy(ctx, row) && { reason: given.reason ?? null }),
      ...(takes(row, ticket) && { assignee: [null, ctx.who.name] }),
      ...(given.technician && { person: given.technician.name }),
    },
    inside: {
      ...(row.requires.includes('minutes') && { minutes: given.minutes ?? 0 }),
      ...(given.level2_reference && { level2_reference: given.level2_reference }),
    },
  });
  if (routed) await tellRouted(ctx, ticket, routed);
}

/** Whether a move could be made now with what is given: refuses as makeMove does, and changes nothing. */
export async function checkMove(
  ctx: Ctx,
  { ticket, facts }: Held,
  move: Move,
  given: Given,
): Promise<Transition & { move: Move }> {
  const row = allowedRow(ctx, facts, move);
  if (to_level2.has(move)) await demandDoor(ctx, ticket.school_id, 'propose_level2');
  checkRequirements(ctx, row, given);
  if (!ticket.inside && row.requires.includes('answer')) checkNextStep(given);
  if (row.to === 'resolved') await checkSolved(ctx, ticket);
  await checkEnding(ctx, ticket.number, row, given.with_open_tasks);
  return row;
}

/** What the school has said stays said, and so does the move that it made. */
const saysToDesk = (ctx: Ctx, row: Transition) =>
  ctx.who.side === 'school' && (row.requires.includes('reply') || saysWhy(ctx, row));

/** Who has it may have been changed in the same deed. */
const differing = (was: TicketRow, ticket: TicketRow): TicketPatch => ({
  ...(was.assignee_id !== ticket.assignee_id && { assignee_id: ticket.assignee_id }),
  ...(was.team_id !== ticket.team_id && { team_id: ticket.team_id }),
});

/** A school's reason to open a ticket again is a message of its own: it stands there, and not in the story too. */
const saysWhy = ({ who }: Ctx, row: Transition) => who.side === 'school' && row.effects.includes('reopens');

const takes = (row: Transition, ticket: TicketRow) =>
  row.effects.includes('takes') && ticket.assignee_id === null;

function allowedRow({ who, code_wall }: Ctx, facts: Facts, move: Move): Transition & { move: Move } {
  const row = rowOf(move, facts);
  const answer = mayMove(who, facts, move);
  if (answer === 'goes_on') throw goneOn(facts);
  if (!row || answer === 'not_from_here') throw notNow(notFromHere(move, facts));
  if (answer === 'not_by_you' && code_wall) throw notAllowed(notByYou(move));
  if (answer === 'request_open') throw notNow(request_first, { stop: 'request_open' });
  if (answer === 'too_late')
    throw notNow({
      en: `The time to reopen this ticket is over (${row.within?.school_days} school days). A new ticket can follow it.`,
      fr: `Le délai pour rouvrir ce billet est passé (${row.within?.school_days} jours de classe). Un nouveau billet peut y faire suite.`,
    });
  return row;
}

const notFromHere = (move: Move, { state }: Facts): Words => ({
  en: `“${en.moves[move]}” is not possible while the ticket is “${en.states[state]}”. It may have changed a moment ago.`,
  fr: `« ${fr.moves[move]} » est impossible quand le billet est « ${fr.states[state]} ». Il a peut-être changé à l’instant.`,
});

const request_first: Words = {
  en: 'What this ticket asks for is still under way. Decide it or carry it out first; its school can withdraw it.',
  fr: 'Ce que demande ce billet est encore en cours. Décidez-en ou exécutez-le d’abord; son école peut le retirer.',
};

const notByYou = (move: Move): Words => ({
  en: `“${en.moves[move]}” is for others: you do not hold the role that may do it.`,
  fr: `« ${fr.moves[move]} » revient à d’autres : vous n’avez pas le rôle qui le permet.`,
});

/** Everything that the row requires is given, and a planned date is not in the past. */
function checkRequirements({ who, now }: Ctx, row: Transition, given: Given): void {
  const missing = row.requires.filter(name => given[name] === undefined);
  if (missing.length > 0) {
    const errors = missing.map(field => ({
      field,
      sentence: { en: `Needed: ${en.requirements[field]}.`, fr: `Requis : ${fr.requirements[field]}.` },
    }));
    throw new Refusal(
      'not_valid',
      { en: 'Something is still needed.', fr: 'Il manque quelque chose.' },
      { errors },
    );
  }
  if (row.requires.includes('date') && String(given.date) < localDate(now, who.zone))
    throw notValid('date', {
      en: 'That day is over. Choose today or later.',
      fr: 'Ce jour est passé. Choisissez aujourd’hui ou plus tard.',
    });
}

/** What is handed back to a school says what it does next (S16). */
function checkNextStep(given: Given): void {
  if (lacksNextStep({ ...given, answer: given.answer ?? '' })) throw notValid('answer', no_next_step);
}

/**
 * The texts that come with a move: what the school reads is a reply, what only the iGroup reads (inside all) a note.
 * Answers what was said to the other side.
 */
async function writeMessages(ctx: Ctx, ticket: TicketRow, row: Transition, given: Given) {
  const requested = (name: 'question' | 'answer' | 'reply' | 'note' | 'pack' | 'reason') =>
    row.requires.includes(name) ? given[name] : undefined;
  const why = saysWhy(ctx, row) ? requested('reason') : undefined;
  const said = requested('question') ?? requested('answer') ?? requested('reply') ?? why;
  const noted = requested('note') ?? requested('pack');
  const write = ticket.inside ? insertNote : insertReply;
  if (said !== undefined) await write(ctx, ticket, { text: said, files: given.files });
  if (noted !== undefined) await insertNote(ctx, ticket, { text: noted, files: given.files });
  return said !== undefined && !ticket.inside ? saysAs(ctx) : undefined;
}

/** How a ledger calls what this person writes to the other side. */
export const saysAs = ({ who }: Pick<Ctx, 'who'>) => (who.side === 'school' ? 'asked' : 'answered');

/**
 * Makes a move that time makes: nothing is required and nobody is asked. Answers whether the life cycle has it now.
 */
export async function moveByTime(
  doing: { who: Software; db: Ctx['db']; now: Date },
  ticket: TicketRow,
  facts: Facts,
  move: Move,
): Promise<boolean> {
  const row = rowOf(move, facts);
  if (!row || mayMove(doing.who, facts, move) !== 'yes') return false;
  await updateTicket(doing, ticket.number, patchOf(doing, ticket, row, {}));
  await recordDeed(doing, {
    ticket_number: ticket.number,
    school_id: ticket.school_id,
    kind: row.move,
    audience: ticket.inside ? 'desk' : 'school',
    facts: { state: [row.from, row.to] },
  });
  return true;
}

function patchOf(
  { who, now }: { who: Person | Software; now: Date },
  ticket: TicketRow,
  row: Transition & { move: Move },
  given: Given,
): TicketPatch {
  const does = (effect: Transition['effects'][number]) => row.effects.includes(effect);
  return {
    state: row.to,
    ended_at: isOpen(row.to) ? null : now,
    ...(who.side !== 'system' && takes(row, ticket) && { assignee_id: who.person_id }),
    ...(does('spends_minutes') && { minutes: ticket.minutes + (given.minutes ?? 0) }),
    ...(does('plans') && { planned_for: given.date ?? null }),
    ...(does('leaves_plan') && { planned_for: null }),
    ...(does('hands_over') && { level2_reference: given.level2_reference ?? ticket.level2_reference }),
    ...(does('reopens') && { resolution_code: null }),
    ...(does('passes')
      ? { passed_to: given.technician?.id ?? null }
      : ticket.passed_to !== null && { passed_to: null }),
    ...(does('counts_reopen') && { reopen_count: ticket.reopen_count + 1 }),
    ...codeOf(row, given),
  };
}

/** How it ended: said by the one who solved it, or by the move itself. */
function codeOf(row: Transition & { move: Move }, given: Given): Pick<TicketPatch, 'resolution_code'> {
  if (row.requires.includes('resolution_code')) return { resolution_code: given.resolution_code ?? null };
  if (row.move === 'withdraw') return { resolution_code: 'withdrawn' };
  if (row.move === 'solve_at_school') return { resolution_code: 'solved_by_school' };
  if (row.move === 'void') return { resolution_code: 'entered_in_error' };
  if (row.move === 'close_unanswered') return { resolution_code: 'no_answer_from_school' };
  return {};
}
