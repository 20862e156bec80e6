import { category_ids } from '#tickets/rules/categories.ts';
import { isOpen, transitionOf, type State, type Transition } from '#tickets/rules/lifecycle.ts';
import { impacts, priorityOf, urgencies } from '#tickets/rules/priority.ts';
import { foldWords } from '#platform/text/fold.ts';
import type { Dice } from './dice.ts';
import { agents, contactsOf, level2, school_count, type Someone } from './people.ts';
import { cutShort, plotOf, type Step } from './plots.ts';
import type { Row } from './tables.ts';
import { messageOf, subjectOf } from './words.ts';

/** One ticket with all that was said and done on it. */
export interface History {
  ticket: Row;
  replies: Row[];
  notes: Row[];
  events: (Row & { at: Date })[];
}

const hour_ms = 3_600_000;
const recent_ms = 90 * 24 * hour_ms;

/** A ticket that was opened then, and lived on until it ended, or until `now`. */
export function historyOf(dice: Dice, number: number, opened_at: Date, now: Date): History {
  const school_id = 1 + Math.floor(school_count * dice.roll() ** 1.5); // some schools ask more than others
  const cast = {
    requester: dice.one(contactsOf(school_id)),
    agent: dice.one(agents),
    level2: dice.one(level2),
  };
  const telling = begin(dice, { number, school_id, opened_at, requester: cast.requester });
  const plot = plotOf(dice);
  const open = dice.chance(now.getTime() - opened_at.getTime() < recent_ms ? 0.4 : 0.01);
  let at = opened_at.getTime();
  for (const step of open ? cutShort(dice, plot) : plot) {
    at += Math.ceil(dice.roll() ** 2 * 30 * hour_ms);
    if (at >= now.getTime()) break;
    play(dice, telling, step, { by: actorOf(step, telling.state, cast), at: new Date(at) });
  }
  return { ...telling, ticket: { ...telling.ticket, state: telling.state } };
}

interface Telling extends History {
  state: State;
}

function begin(
  dice: Dice,
  {
    number,
    school_id,
    opened_at,
    requester,
  }: { number: number; school_id: number; opened_at: Date; requester: Someone },
): Telling {
  const category = dice.one(category_ids);
  const impact = dice.one(impacts);
  const urgency = dice.one(urgencies);
  const subject = subjectOf(dice);
  const priority = priorityOf(impact, urgency);
  const telling: Telling = {
    state: 'new',
    ticket: {
      ...{ number, school_id, requester_id: requester.id, subject, category, impact, urgency, priority },
      ...{
        assignee_id: null,
        opened_by: requester.id,
        opened_at,
        last_activity_at: opened_at,
        ended_at: null,
      },
      ...{ planned_for: null, resolution_code: null, minutes: 0, level2_reference: null, reopen_count: 0 },
      words: foldWords(subject).join(' '),
    },
    replies: [],
    notes: [],
    events: [],
  };
  say(dice, telling, telling.replies, { by: requester, at: opened_at });
  tell(telling, { by: requester, at: opened_at }, 'opened', { category, priority, follows: null });
  return telling;
}

/** Who did something, and when; without `by`, the software did. */
interface Act {
  by: Someone | undefined;
  at: Date;
}

function actorOf(
  step: Step,
  state: State,
  cast: Record<'requester' | 'agent' | 'level2', Someone>,
): Someone | undefined {
  if (step === 'school_writes') return cast.requester;
  if (step === 'desk_writes' || step === 'desk_notes') return cast.agent;
  const movers: readonly string[] = transitionOf(step, state)?.by ?? [];
  if (movers.includes('agent')) return cast.agent;
  if (movers.includes('level2_contact')) return cast.level2;
  return movers.includes('requester') ? cast.requester : undefined;
}

function play(dice: Dice, telling: Telling, step: Step, act: Act): void {
  telling.ticket['last_activity_at'] = act.at;
  if (step === 'desk_notes') {
    say(dice, telling, telling.notes, act);
    return tell(telling, act, 'noted', {});
  }
  if (step === 'school_writes' || step === 'desk_writes') {
    say(dice, telling, telling.replies, act);
    return tell(telling, act, 'replied', {});
  }
  const row = transitionOf(step, telling.state);
  if (!row) throw new Error(`the plot makes ${step} from ${telling.state}, which the life cycle has not`);
  makeMove(dice, telling, row, act);
}

const texts_of_schools = ['question', 'answer', 'reply'];
const texts_inside = ['note', 'pack'];

function makeMove(dice: Dice, telling: Telling, row: Transition, act: Act): void {
  const { ticket } = telling;
  const asks = (names: readonly string[]) => row.requires.some(name => names.includes(name));
  const does = (effect: Transition['effects'][number]) => row.effects.includes(effect);
  if (asks(texts_of_schools) || does('reopens')) say(dice, telling, telling.replies, act);
  if (asks(texts_inside)) say(dice, telling, telling.notes, act);
  const minutes = dice.between(5, 90);
  if (does('takes')) ticket['assignee_id'] ??= act.by!.id;
  if (does('spends_minutes')) ticket['minutes'] = Number(ticket['minutes']) + minutes;
  if (does('counts_reopen')) ticket['reopen_count'] = Number(ticket['reopen_count']) + 1;
  if (does('hands_over')) ticket['level2_reference'] = `L2-${dice.between(10_000, 99_999)}`;
  ticket['planned_for'] = does('plans')
    ? new Date(act.at.getTime() + 90 * hour_ms).toISOString().slice(0, 10)
    : null;
  if (row.requires.includes('resolution_code')) ticket['resolution_code'] = 'solved_l1';
  if (does('reopens')) ticket['resolution_code'] = null;
  ticket['ended_at'] = isOpen(row.to) ? null : act.at;
  tell(telling, act, row.move, { state: [row.from, row.to] });
  if (does('spends_minutes')) tell(telling, act, 'inside', { minutes });
  telling.state = row.to;
}

function say(dice: Dice, { ticket }: Telling, messages: Row[], { by, at }: Act): void {
  const message = messageOf(dice);
  messages.push({
    ...{ ticket_number: ticket['number'], school_id: ticket['school_id'], author_id: by!.id },
    ...{ ...message, written_at: at, words: foldWords(message.text).join(' ') },
  });
}

const told_inside = ['noted', 'propose_escalation', 'inside'];

function tell({ ticket, events }: Telling, { by, at }: Act, kind: string, facts: Row): void {
  const audience = told_inside.includes(kind) ? 'desk' : 'school';
  const side = by?.school_id === undefined ? 'desk' : 'school';
  events.push({
    ...{
      at,
      kind,
      audience,
      ticket_number: ticket['number'],
      school_id: ticket['school_id'],
      person_id: by?.id ?? null,
    },
    ...{ acting_as: by ? `${side}:${by.roles.join(',')}` : 'job:clock', facts },
  });
}
