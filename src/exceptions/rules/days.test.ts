import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import type { Person } from '#accounts/rules/who.ts';
import { isInForce, lastDay, longest_days, standsOn, told_before_days, wrongUntil } from './days.ts';
import { canOf, deeds, mayDo } from './policy.ts';
import { stands } from './days.ts';

const today = '2026-09-14';

describe('how an exception stands on a day', () => {
  test.each([
    ['2026-09-13', 'ended'],
    ['2026-09-14', 'ending'],
    ['2026-09-21', 'ending'],
    ['2026-09-22', 'in_force'],
  ] as const)('allowed until %s it is %s', (until, as) => {
    expect(standsOn({ state: 'allowed', until }, today)).toBe(as);
  });

  test('without an end it stands', () => {
    expect(standsOn({ state: 'allowed', until: null }, today)).toBe('standing');
  });

  test('what is not allowed is as it is kept, whatever the day', () => {
    for (const state of ['asked', 'refused', 'withdrawn', 'ended'] as const)
      expect(standsOn({ state, until: '2026-09-01' }, today)).toBe(state);
  });

  test('it is in force on each of its days, and on none after them', () => {
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 400 }), days => {
        const until = dateOfDay(dayNumber(today) + days);
        const as = standsOn({ state: 'allowed', until }, today);
        expect(isInForce(as)).toBe(days >= 0);
        expect(as === 'ending').toBe(days >= 0 && days <= told_before_days);
      }),
    );
  });
});

describe('its last day', () => {
  test('is in 30 days where nobody said one, also over a change of month', () => {
    expect(lastDay('2026-09-14')).toBe('2026-10-14');
    expect(lastDay('2027-01-31')).toBe('2027-03-02');
  });

  test('may be today, and a year from now at most', () => {
    fc.assert(
      fc.property(fc.integer({ min: -400, max: 800 }), days => {
        const wrong = wrongUntil(dateOfDay(dayNumber(today) + days), today);
        expect(wrong === undefined).toBe(days >= 0 && days <= longest_days);
      }),
    );
  });

  test('is later than before, where it is prolonged', () => {
    expect(wrongUntil('2026-09-20', today, '2026-09-20')?.en).toMatch(/^It stands until then already/);
    expect(wrongUntil('2026-09-21', today, '2026-09-20')).toBeUndefined();
  });
});

describe('who may do what', () => {
  const person = (side: 'desk' | 'school', roles: string[], school_id = 1) =>
    ({ side, roles, person_id: 1, school_id }) as unknown as Person;
  const people = {
    coordinator: person('desk', ['coordinator']),
    agent: person('desk', ['agent']),
    editor: person('desk', ['knowledge_editor']),
    own: person('school', ['member']),
    other: person('school', ['lead'], 2),
  };
  const may = (who: keyof typeof people, as: (typeof stands)[number]) => {
    const can = canOf(people[who], { stands: as, school_id: as === 'standing' ? null : 1 });
    return deeds.filter(deed => can[deed]);
  };

  test('only the coordinator decides, prolongs and ends', () => {
    expect(may('coordinator', 'asked')).toEqual(['decide', 'withdraw']);
    expect(may('coordinator', 'in_force')).toEqual(['prolong', 'end', 'spend', 'put']);
    expect(may('agent', 'asked')).toEqual(['withdraw']);
    expect(may('agent', 'ending')).toEqual(['spend', 'put']);
    for (const who of ['agent', 'own', 'other', 'editor'] as const)
      for (const as of stands)
        expect(may(who, as).filter(deed => ['decide', 'prolong', 'end'].includes(deed))).toEqual([]);
  });

  test('a school takes back its own while nobody has decided, and nothing else', () => {
    for (const as of stands) expect(may('own', as)).toEqual(as === 'asked' ? ['withdraw'] : []);
    for (const as of stands) expect([...may('other', as), ...may('editor', as)]).toEqual([]);
  });

  test('the standing one is never ended or prolonged; tickets are put under it', () => {
    expect(may('coordinator', 'standing')).toEqual(['put']);
  });

  test('what is not hers is said before what is not now', () => {
    expect(mayDo(people.agent, 'decide', { stands: 'refused', school_id: 1 })).toBe('not_you');
    expect(mayDo(people.coordinator, 'decide', { stands: 'refused', school_id: 1 })).toBe('not_now');
  });
});
