import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AtDesk } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { category_ids } from '../categories.ts';
import { moves, state_ids, transitionOf, type Move } from '../lifecycle.ts';
import { canOf } from '../policy.ts';
import { impacts, priorityOf, urgencies } from '../priority.ts';
import { requirements } from '../ticket.ts';
import type { FieldRules } from '../fields/field.ts';
import { foresee, foreseeAll, speaks } from './foresee.ts';
import type { Foreseeable, Foreseeing } from './foreseeable.ts';
import { comesAfterText, Step } from './step.ts';

const maya = { side: 'desk', roles: ['agent'], person_id: 7 } as unknown as AtDesk;
const can = (state: Foreseeable['state'], category: Foreseeable['category']) =>
  canOf(maya, { state, category, school_id: 1, school_days_since_end: 0, inside: false });
const ticket = (given: Partial<Foreseeable> = {}): Foreseeable => {
  const all: Omit<Foreseeable, 'can'> = {
    state: 'in_progress',
    category: 'pen',
    impact: 'one_person',
    urgency: 'low',
    priority: priorityOf('one_person', 'low'),
    promised: 'whole',
    planned_for: null,
    resolution_code: null,
    assignee: null,
    team: null,
    tags: [],
    beside: { values: {}, people: [], followers: [], snoozed_until: null },
    ...given,
  };
  return { ...all, can: can(all.state, all.category) };
};
const field = (id: number, more: Partial<FieldRules>): FieldRules => ({
  id,
  kind: 'text',
  categories: ['pen'],
  required: 'never',
  for_school: true,
  bounds: {},
  choices: [],
  condition: null,
  ...more,
});
const by: Foreseeing = {
  me: 7,
  now: new Date('2026-11-23T18:00:00Z'),
  today: '2026-11-23',
  desk: first_desk_time,
  fields: [
    field(1, { kind: 'checkbox' }),
    field(2, { condition: { on: 1, answers: ['yes'] } }),
    field(3, { kind: 'number', required: 'opening', bounds: { most: 9 } }),
    field(4, { categories: ['attendance'] }),
    field(5, { kind: 'person' }),
  ],
};
const beside = (given: Partial<Foreseeable['beside']>): Partial<Foreseeable> => ({
  beside: { values: {}, people: [], followers: [], snoozed_until: null, ...given },
});
const given_for = {
  question: 'Which?',
  reply: 'That.',
  pack: 'Steps.',
  note: 'They said.',
  resolution_code: 'solved_l1',
  answer: 'Done.',
  minutes: 1,
  date: '2026-12-01',
  school_agreed: true,
  reason: 'Because.',
} satisfies Record<keyof typeof requirements, unknown>;

const hands_it_back = {
  does: 'move',
  move: 'resolve',
  resolution_code: 'advice_school_responsibility',
  minutes: 1,
};

describe('a step on a ticket', () => {
  test.each<[string, object, Partial<Foreseeable>, [field: string, from: unknown, to: unknown][]]>([
    ['gives it to somebody', { does: 'assign', agent: 9 }, {}, [['assignee', null, 9]]],
    ['who has it already', { does: 'assign', agent: 9 }, { assignee: { id: 9 } }, []],
    [
      'takes a new one as it gives it',
      { does: 'assign', agent: 9 },
      { state: 'new' },
      [
        ['assignee', null, 9],
        ['state', 'new', 'in_progress'],
      ],
    ],
    ['gives it to nobody', { does: 'assign', agent: null }, { assignee: { id: 9 } }, [['assignee', 9, null]]],
    [
      'corrects it, and the priority follows',
      { does: 'change', urgency: 'critical' },
      {},
      [
        ['urgency', 'low', 'critical'],
        ['priority', priorityOf('one_person', 'low'), priorityOf('one_person', 'critical')],
      ],
    ],
    [
      'promises an answer alone',
      { does: 'change', promised: 'answer' },
      {},
      [['promised', 'whole', 'answer']],
    ],
    ['corrects what is so already', { does: 'change', category: 'pen' }, {}, []],
    [
      'answers a new one, which takes it',
      { does: 'reply', text: 'Hello.' },
      { state: 'new' },
      [
        ['reply', null, 'Hello.'],
        ['state', 'new', 'in_progress'],
        ['assignee', null, 'me'],
      ],
    ],
    [
      'plans it',
      { does: 'move', move: 'plan', date: '2026-12-01', school_agreed: true },
      {},
      [
        ['state', 'in_progress', 'scheduled'],
        ['planned_for', null, '2026-12-01'],
      ],
    ],
    [
      'gives it to a team, where nobody has it',
      { does: 'team', team: 3 },
      { assignee: { id: 9 } },
      [
        ['team', null, 3],
        ['assignee', 9, null],
      ],
    ],
    ['that has it already', { does: 'team', team: 3 }, { team: { id: 3 } }, []],
    ['answers a field', { does: 'field', field: 3, value: 4 }, {}, [['field_3', null, 4]]],
    [
      'takes back an answer, and what it alone has shown goes',
      { does: 'field', field: 1, value: null },
      beside({ values: { 1: true, 2: 'x', 8: 'of a field that is gone' } }),
      [
        ['field_1', true, null],
        ['field_2', 'x', null],
      ],
    ],
    ['answers as it is answered', { does: 'field', field: 3, value: 4 }, beside({ values: { 3: 4 } }), []],
    [
      'corrects what it is about, and answers that nobody asks any more go',
      { does: 'change', category: 'attendance' },
      beside({ values: { 3: 4 } }),
      [
        ['category', 'pen', 'attendance'],
        ['field_3', 4, null],
      ],
    ],
    ['follows it', { does: 'follow', person: 'me' }, {}, [['follower', null, 7]]],
    ['that one follows', { does: 'follow', person: 'me' }, beside({ followers: [7] }), []],
    [
      'has a colleague follow it no longer',
      { does: 'follow', person: 9, follows: false },
      beside({ followers: [7, 9] }),
      [['follower', 9, null]],
    ],
    [
      'snoozes it until 8:00 of the next morning, Pacific time',
      { does: 'snooze', until: 'tomorrow' },
      {},
      [['snoozed_until', null, '2026-11-24T15:00:00.000Z']],
    ],
    [
      'snoozes it until the school answers',
      { does: 'snooze', until: 'answer' },
      beside({ snoozed_until: '2026-11-24T15:00:00.000Z' }),
      [['snoozed_until', '2026-11-24T15:00:00.000Z', 'answer']],
    ],
  ])('%s', (_, step, facts, changes) =>
    expect(foresee(ticket(facts), Step.parse(step), by)).toEqual({
      changes: changes.map(([field, from, to]) => ({ field, from, to })),
    }),
  );

  test.each<[object, Partial<Foreseeable>, string]>([
    [{ does: 'assign', agent: 9 }, { state: 'closed' }, 'It has ended.'],
    [{ does: 'reply', text: 'x' }, { state: 'waiting_l2' }, ''],
    [{ does: 'move', move: 'resume' }, {}, 'not possible while'],
    [{ does: 'move', move: 'withdraw', reason: 'x' }, { state: 'closed' }, 'It has ended.'],
    [{ does: 'move', move: 'void', reason: 'x' }, { state: 'closed' }, 'is for others'],
    [{ ...hands_it_back, answer: 'It is not ours.' }, {}, 'say what it does next'],
    [{ ...hands_it_back, answer: 'Next step: ask your technician.' }, {}, ''],
    [{ does: 'team', team: 3 }, { state: 'closed' }, 'It has ended.'],
    [{ does: 'field', field: 4, value: 'x' }, {}, 'no such field'],
    [{ does: 'field', field: 2, value: 'x' }, {}, 'no such field'],
    [{ does: 'field', field: 3, value: 10 }, {}, 'At most 9.'],
    [{ does: 'field', field: 3, value: null }, beside({ values: { 3: 1 } }), 'This is needed.'],
    [{ does: 'field', field: 5, value: 12 }, beside({ people: [11] }), 'Choose a person of the school.'],
    [{ does: 'snooze', until: 'answer' }, { state: 'closed' }, 'It has ended.'],
    [{ does: 'snooze', until: '2026-11-23' }, {}, 'Choose a day after today'],
  ])('%j on %j is refused: %s', (step, facts, words) => {
    const foreseen = foresee(ticket(facts), Step.parse(step), by);
    if (words === '') expect(foreseen).not.toHaveProperty('refused');
    else expect(foreseen).toHaveProperty('refused.en', expect.stringContaining(words));
  });

  test('is refused exactly where the table of moves or the policy refuses it', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...moves),
        fc.constantFrom(...state_ids),
        fc.constantFrom(...category_ids),
        (move: Move, state, category) => {
          const step = Step.parse({ does: 'move', move, ...given_for });
          const offered = can(state, category).moves.some(each => each.move === move);
          expect('changes' in foresee(ticket({ state, category }), step, by)).toBe(
            offered && transitionOf(move, state) !== undefined,
          );
        },
      ),
    ));

  test('foreseen a second time changes nothing of what it corrects', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...impacts),
        fc.constantFrom(...urgencies),
        fc.constantFrom(...category_ids),
        (impact, urgency, category) => {
          const step = Step.parse({ does: 'change', impact, urgency, category });
          const twice = foreseeAll(ticket(), [step, step], by, can);
          expect(twice).toEqual(foresee(ticket(), step, by));
        },
      ),
    ));
});

test('several steps are each foreseen upon what the one before has left', () => {
  const take = Step.parse({ does: 'move', move: 'take' });
  const resume = Step.parse({ does: 'move', move: 'resume' });
  const plan = Step.parse({ does: 'move', move: 'plan', date: '2026-12-01', school_agreed: true });
  const all = foreseeAll(ticket({ state: 'new' }), [take, plan, resume], by, can);
  expect(
    'changes' in all && all.changes.filter(({ field }) => field === 'state').map(({ to }) => to),
  ).toEqual(['in_progress', 'scheduled', 'in_progress']);
  expect(foreseeAll(ticket({ state: 'new' }), [plan], by, can)).toHaveProperty('refused');
});

test.each<[object, replies: boolean, after: boolean]>([
  [{ does: 'assign', agent: 'me' }, true, false],
  [{ does: 'move', move: 'take' }, true, false],
  [{ does: 'move', move: 'resume' }, true, true],
  [{ does: 'team', team: 3 }, true, true],
  [{ does: 'team', team: 3 }, false, false],
  [{ does: 'snooze', until: 'answer' }, true, false],
])('%j with a text that replies (%s) comes after it: %s', (step, replies, after) =>
  expect(comesAfterText(Step.parse(step), replies)).toBe(after),
);

test.each([
  [{ does: 'reply', text: 'x' }, true],
  [{ does: 'move', move: 'ask_school', question: 'x' }, true],
  [{ does: 'move', move: 'resolve', resolution_code: 'solved_l1', answer: 'x', minutes: 1 }, true],
  [{ does: 'note', text: 'x' }, false],
  [{ does: 'move', move: 'withdraw', reason: 'x' }, false],
  [{ does: 'assign', agent: null }, false],
])('%j speaks to schools: %s', (step, waits) => expect(speaks(Step.parse(step))).toBe(waits));
