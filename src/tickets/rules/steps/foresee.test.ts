import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AtDesk } from '#accounts/rules/who.ts';
import { category_ids } from '../categories.ts';
import { moves, state_ids, transitionOf, type Move } from '../lifecycle.ts';
import { canOf } from '../policy.ts';
import { impacts, priorityOf, urgencies } from '../priority.ts';
import { requirements } from '../ticket.ts';
import { foresee, foreseeAll, speaks, type Foreseeable } from './foresee.ts';
import { Step } from './step.ts';

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
    planned_for: null,
    resolution_code: null,
    assignee: null,
    tags: [],
    ...given,
  };
  return { ...all, can: can(all.state, all.category) };
};
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
  ])('%s', (_, step, facts, changes) =>
    expect(foresee(ticket(facts), Step.parse(step))).toEqual({
      changes: changes.map(([field, from, to]) => ({ field, from, to })),
    }),
  );

  test.each<[object, Partial<Foreseeable>, string]>([
    [{ does: 'assign', agent: 9 }, { state: 'closed' }, 'It has ended.'],
    [{ does: 'reply', text: 'x' }, { state: 'waiting_l2' }, ''],
    [{ does: 'move', move: 'resume' }, {}, 'not possible while'],
    [{ does: 'move', move: 'withdraw', reason: 'x' }, { state: 'closed' }, 'It has ended.'],
    [{ does: 'move', move: 'void', reason: 'x' }, { state: 'closed' }, 'is for others'],
  ])('%j on %j is refused: %s', (step, facts, words) => {
    const foreseen = foresee(ticket(facts), Step.parse(step));
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
          expect('changes' in foresee(ticket({ state, category }), step)).toBe(
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
          const twice = foreseeAll(ticket(), [step, step], can);
          expect(twice).toEqual(foresee(ticket(), step));
        },
      ),
    ));
});

test('several steps are each foreseen upon what the one before has left', () => {
  const take = Step.parse({ does: 'move', move: 'take' });
  const resume = Step.parse({ does: 'move', move: 'resume' });
  const plan = Step.parse({ does: 'move', move: 'plan', date: '2026-12-01', school_agreed: true });
  const all = foreseeAll(ticket({ state: 'new' }), [take, plan, resume], can);
  expect(
    'changes' in all && all.changes.filter(({ field }) => field === 'state').map(({ to }) => to),
  ).toEqual(['in_progress', 'scheduled', 'in_progress']);
  expect(foreseeAll(ticket({ state: 'new' }), [plan], can)).toHaveProperty('refused');
});

test.each([
  [{ does: 'reply', text: 'x' }, true],
  [{ does: 'move', move: 'ask_school', question: 'x' }, true],
  [{ does: 'move', move: 'resolve', resolution_code: 'solved_l1', answer: 'x', minutes: 1 }, true],
  [{ does: 'note', text: 'x' }, false],
  [{ does: 'move', move: 'withdraw', reason: 'x' }, false],
  [{ does: 'assign', agent: null }, false],
])('%j speaks to schools: %s', (step, waits) => expect(speaks(Step.parse(step))).toBe(waits));
