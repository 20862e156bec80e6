import { at_open_school } from '#testing/standing.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { desk_roles, type AtDesk, type AtSchool, type DeskRole } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { moves, state_ids, transitionOf, type Move, type State } from './lifecycle.ts';
import { canOf, mayMove, replyDoes, see, to_level2, type Facts } from './policy.ts';
import process from './process.json' with { type: 'json' };

const acting = {
  person_id: 1,
  name: 'Somebody',
  session_id: null,
  token_id: null,
  scopes: [],
  zone: 'America/Vancouver',
  desk: first_desk_time,
};
const school = (school_id: number): AtSchool => ({
  ...acting,
  side: 'school',
  ...at_open_school,
  school_id,
  roles: ['member'],
});
const desk = (...roles: DeskRole[]): AtDesk => ({ ...acting, side: 'desk', roles });
const facts = (state: State, more: Partial<Facts> = {}): Facts => ({
  state,
  school_id: 1,
  category: 'attendance',
  inside: false,
  school_days_since_end: 0,
  ...more,
});
const movesOf = (who: AtDesk | AtSchool, ticket: Facts): Move[] =>
  canOf(who, ticket).moves.map(row => row.move);

describe('who may do what with a ticket', () => {
  test('a school’s person makes the requester’s moves on her school’s ticket, none on another’s', () => {
    expect(movesOf(school(1), facts('new'))).toEqual(['withdraw']);
    expect(movesOf(school(1), facts('waiting_school'))).toEqual(['answer', 'withdraw']);
    expect(movesOf(school(1), facts('resolved'))).toEqual(['confirm', 'not_solved']);
    for (const state of state_ids) expect(canOf(school(2), facts(state)).moves).toEqual([]);
    expect(see(school(2), facts('new'))).toBe(false);
  });

  test('an agent passes nothing to Level 2; a Level 2 contact does, and a coordinator alone does not', () => {
    expect(movesOf(desk('agent'), facts('in_progress'))).not.toContain('escalate');
    expect(movesOf(desk('coordinator'), facts('in_progress'))).not.toContain('escalate');
    expect(movesOf(desk('level2_contact'), facts('in_progress'))).toEqual(['escalate']);
    expect(movesOf(desk('agent'), facts('waiting_l2'))).toEqual([]);
  });

  test('nothing is offered for Level 2 before the school is in Stage 1, or while it is suspended', () => {
    for (const trained of [true, false])
      for (const stage1 of [true, false])
        for (const suspended of [true, false]) {
          const ticket = facts('in_progress', { standing: { trained, stage1, suspended } });
          const offered = movesOf(desk('agent', 'level2_contact'), ticket).filter(move =>
            to_level2.has(move),
          );
          expect(offered).toEqual(stage1 && !suspended ? ['propose_escalation', 'escalate'] : []);
        }
  });

  test('only the coordinator voids', () => {
    expect(movesOf(desk('agent'), facts('closed'))).toEqual(['reopen']);
    expect(movesOf(desk('coordinator'), facts('closed'))).toEqual(['reopen', 'void']);
  });

  test('a privacy officer makes any move on a privacy incident and none on another ticket', () => {
    const incident = facts('in_progress', { category: 'privacy_incident' });
    const all = movesOf(desk('agent', 'coordinator', 'level2_contact'), incident);
    expect(movesOf(desk('privacy_officer'), incident)).toEqual(all);
    expect(movesOf(desk('privacy_officer'), facts('in_progress'))).toEqual([]);
  });

  test('a knowledge editor and an administrator read, and that is all', () => {
    for (const role of ['knowledge_editor', 'administrator'] as const)
      for (const state of state_ids)
        expect(canOf(desk(role), facts(state))).toMatchObject({
          reply: false,
          note: false,
          assign: false,
          change: false,
          moves: [],
        });
  });

  test('reopening is over after twenty school days', () => {
    expect(mayMove(school(1), facts('closed', { school_days_since_end: 20 }), 'reopen')).toBe('yes');
    expect(mayMove(school(1), facts('closed', { school_days_since_end: 21 }), 'reopen')).toBe('too_late');
  });

  test('the software alone makes the moves that time makes', () => {
    for (const who of [school(1), desk(...desk_roles)])
      expect(mayMove(who, facts('waiting_school'), 'close_unanswered')).toBe('not_by_you');
    expect(mayMove({ side: 'system', job: 'clock' }, facts('waiting_school'), 'close_unanswered')).toBe(
      'yes',
    );
  });
});

describe('what a school’s reply does in each state (process.json school_reply_by_state)', () => {
  const expected: Record<State, [within: string | undefined, late: string | undefined]> = {
    new: ['message', 'message'],
    in_progress: ['message', 'message'],
    waiting_school: ['answer', 'answer'],
    scheduled: ['message', 'message'],
    waiting_l2: ['message', 'message'],
    resolved: ['not_solved', 'not_solved'],
    closed: ['reopen', 'follow_up'],
    cancelled: ['follow_up', 'follow_up'],
  };
  test.each(state_ids)('%s', state => {
    expect(Object.keys(process.school_reply_by_state)).toContain(state);
    expect(replyDoes(school(1), facts(state))).toBe(expected[state][0]);
    expect(replyDoes(school(1), facts(state, { school_days_since_end: 21 }))).toBe(expected[state][1]);
  });
});

test('a ticket inside is seen by no school, speaks to none, and is asked and ended by the desk', () => {
  const inside = (state: State) => facts(state, { inside: true });
  for (const state of state_ids) {
    expect(see(school(1), inside(state))).toBe(false);
    expect(canOf(school(1), inside(state))).toMatchObject({ reply: false, add_people: false, moves: [] });
    expect(replyDoes(school(1), inside(state))).toBeUndefined();
    for (const role of desk_roles) expect(canOf(desk(role), inside(state)).reply).toBe(false);
  }
  expect(movesOf(desk('agent'), inside('in_progress'))).toEqual([
    'plan',
    'propose_escalation',
    'resolve',
    'withdraw',
  ]);
  expect(movesOf(desk('agent'), inside('closed'))).toEqual(['reopen']);
  expect(canOf(desk('agent'), inside('in_progress'))).toMatchObject({ note: true, assign: true });
});

test('what is offered is exactly what the guard lets through, for everybody, everywhere', () => {
  const anyone = fc.oneof(
    fc.constantFrom(school(1), school(2)),
    fc.subarray([...desk_roles]).map(roles => desk(...roles)),
  );
  const anywhere = fc.record({
    state: fc.constantFrom(...state_ids),
    school_id: fc.constant(1),
    inside: fc.boolean(),
    category: fc.constantFrom('attendance', 'privacy_incident') as fc.Arbitrary<Facts['category']>,
    school_days_since_end: fc.nat(40),
  });
  fc.assert(
    fc.property(anyone, anywhere, (who, ticket) => {
      const offered = movesOf(who, ticket);
      for (const move of moves) {
        expect(mayMove(who, ticket, move) === 'yes').toBe(offered.includes(move));
        if (offered.includes(move)) expect(transitionOf(move, ticket.state)).toBeDefined();
      }
    }),
  );
});
