import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { desk_roles, school_roles, type Person } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { at_open_school } from '#testing/standing.ts';
import { isAsker, mayAsk } from './asking.ts';
import { states, type State } from './state-words.ts';
import { canOf, lackingOf, mayStep, rowOf, steps, table, waitsFor, type Facts } from './states.ts';

const acting = {
  name: 'Somebody',
  session_id: null,
  token_id: null,
  scopes: [],
  zone: 'America/Vancouver',
  desk: first_desk_time,
};
const desk = (person_id: number, ...roles: (typeof desk_roles)[number][]): Person => ({
  ...acting,
  person_id,
  side: 'desk',
  roles,
});
const school = (school_id: number, ...roles: (typeof school_roles)[number][]): Person => ({
  ...acting,
  ...at_open_school,
  person_id: 9,
  side: 'school',
  school_id,
  roles,
});
const request = (state: State, more: Partial<Facts> = {}): Facts => ({
  state,
  school_id: 1,
  inside: false,
  asked_by: 9,
  other_coordinator: true,
  scope: 'all',
  told: true,
  planned_for: '2026-11-20',
  ...more,
});
const can = (who: Person, facts: Facts) => steps.filter(step => canOf(who, facts)[step]);

const any_person = fc.oneof(
  fc.tuple(fc.nat(9), fc.subarray([...desk_roles])).map(([id, roles]) => desk(id, ...roles)),
  fc
    .tuple(fc.integer({ min: 1, max: 2 }), fc.subarray([...school_roles]))
    .map(([id, roles]) => school(id, ...roles)),
);
const any_request = fc.record({
  state: fc.constantFrom(...states),
  school_id: fc.constant(1),
  inside: fc.boolean(),
  asked_by: fc.nat(9),
  other_coordinator: fc.boolean(),
  scope: fc.constantFrom(null, 'own', 'some', 'waves', 'all' as const),
  told: fc.boolean(),
  planned_for: fc.constantFrom(null, '2026-11-20'),
}) as fc.Arbitrary<Facts>;

describe('who asks', () => {
  test.each([
    ['lead', true],
    ['security_contact', true],
    ['technical_contact', true],
    ['member', false],
  ] as const)('a %s of a school: %s', (role, may) => {
    expect(isAsker([role])).toBe(may);
    expect(mayAsk(school(1, role))).toBe(may);
    expect(mayAsk(school(1, role, 'member'))).toBe(may);
  });

  test('of the iGroup, who works tickets', () => {
    expect(desk_roles.filter(role => mayAsk(desk(1, role)))).toEqual([
      'agent',
      'coordinator',
      'level2_contact',
      'privacy_officer',
    ]);
  });
});

describe('the life of a request', () => {
  test.each([
    ['agent', 'asked', ['change', 'give_up']],
    ['agent', 'approved', ['plan', 'complete']],
    ['agent', 'done', ['roll_back']],
    ['coordinator', 'asked', ['change', 'approve', 'refuse', 'give_up']],
    ['coordinator', 'approved', ['give_up', 'plan', 'complete']],
    ['coordinator', 'done', ['roll_back']],
    ['administrator', 'asked', []],
    ['level2_contact', 'approved', []],
  ] as const)('an %s may do with what is %s: %s', (role, state, expected) => {
    expect(can(desk(1, role), request(state)).sort()).toEqual([...expected].sort());
  });

  test('a school’s asker gives up what waits, and nothing that was promised to others', () => {
    expect(can(school(1, 'lead'), request('asked'))).toEqual(['give_up']);
    expect(can(school(1, 'lead'), request('approved'))).toEqual([]);
    expect(can(school(1, 'member'), request('asked'))).toEqual([]);
    expect(can(school(2, 'lead'), request('asked'))).toEqual([]);
    expect(can(school(1, 'lead'), request('asked', { inside: true }))).toEqual([]);
  });

  test('what is refused, given up or rolled back is over', () => {
    const begun: State[] = table.map(({ from }) => from);
    for (const state of ['refused', 'given_up', 'rolled_back'] as const) expect(begun).not.toContain(state);
  });

  test('nobody decides her own request while another coordinator is there, and the only one does', () => {
    const nadia = desk(4, 'coordinator');
    const own = request('asked', { asked_by: 4 });
    expect(mayStep(nadia, own, 'approve')).toBe('your_own');
    expect(mayStep(nadia, own, 'refuse')).toBe('your_own');
    expect(mayStep(nadia, own, 'give_up')).toBe('yes');
    expect(mayStep(nadia, { ...own, other_coordinator: false }, 'approve')).toBe('yes');
    expect(mayStep(desk(5, 'coordinator'), own, 'approve')).toBe('yes');
  });

  test('only a coordinator ever decides, and no other than from what is asked', () => {
    fc.assert(
      fc.property(any_person, any_request, (who, facts) => {
        for (const step of ['approve', 'refuse'] as const)
          if (mayStep(who, facts, step) === 'yes')
            return (
              who.side === 'desk' &&
              who.roles.includes('coordinator') &&
              facts.state === 'asked' &&
              (facts.asked_by !== who.person_id || !facts.other_coordinator)
            );
        return true;
      }),
    );
  });

  test('a person of another school can do nothing, and so can nobody of the school on a request inside', () => {
    fc.assert(
      fc.property(any_person, any_request, (who, facts) => {
        if (who.side === 'desk') return true;
        return (who.school_id === facts.school_id && !facts.inside) || can(who, facts).length === 0;
      }),
    );
  });

  test('any steps lead from asked to an end, by the table alone; the ticket is held exactly while it goes on', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...steps), { maxLength: 12 }), taken => {
        let state: State = 'asked';
        for (const step of taken) {
          const row = rowOf(step, state);
          if (!row) continue;
          // What is over never opens again.
          if (waitsFor(state) === null && waitsFor(row.to) !== null) return false;
          state = row.to;
        }
        return (waitsFor(state) === null) === (state !== 'asked' && state !== 'approved');
      }),
    );
  });

  test('what is lacking is said in the order in which it is settled', () => {
    expect(lackingOf(request('asked', { scope: null, told: false, planned_for: null }))).toEqual([
      'scope',
      'told',
      'planned_for',
    ]);
    expect(lackingOf(request('asked'))).toEqual([]);
  });
});
