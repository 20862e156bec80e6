import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { standingOn } from '../standing.ts';
import { fact_kinds, type FactKind } from './kinds.ts';
import { lackingOn, rollOutOf, stepOn, stepsOf, type Facts, type RecordedFact } from './roll-out.ts';

const courses = [
  { id: 1, first_week: [1, 2] },
  { id: 2, first_week: [3] },
];
const days = Array.from({ length: 9 }, (_, at) => `2026-11-0${at + 1}`);
const day = fc.constantFrom(...days);
const person = fc.integer({ min: 1, max: 4 });

const fact = fc
  .record({
    kind: fc.constantFrom(...fact_kinds),
    day,
    person_id: person,
    lifts: fc.nat({ max: 12 }),
    withdrawn: fc.boolean(),
  })
  .map(({ kind, person_id, lifts, ...rest }) => ({
    ...rest,
    kind,
    person_id: kind === 'trained_before' ? person_id : null,
    lifts: kind === 'lifted' ? lifts : null,
  }));
const attendance = fc.record({
  person_id: person,
  part_id: fc.integer({ min: 1, max: 4 }),
  day,
  withdrawn: fc.boolean(),
});

/** A school's history: whatever was recorded, withdrawn and attended, and who is still there. */
const history: fc.Arbitrary<Facts> = fc.record({
  recorded: fc.array(fact, { maxLength: 12 }).map(all => all.map((each, id) => ({ ...each, id }))),
  attended: fc.array(attendance, { maxLength: 12 }),
  courses: fc.constant(courses),
  people: fc
    .array(fc.boolean(), { minLength: 4, maxLength: 4 })
    .map(left => left.map((gone, at) => ({ id: at + 1, roles: ['member'], left: gone }))),
});

/** On each day how far the doors are open, as numbers that may not fall. */
const openness = (facts: Facts): number[] => {
  const from = rollOutOf(facts);
  return days.flatMap(today => {
    const { trained, stage1, suspended } = standingOn(today, from);
    return [trained, stage1, !suspended].map(Number);
  });
};
const neverLower = (before: Facts, after: Facts) => {
  const now = openness(after);
  expect(openness(before).filter((open, at) => open > now[at]!)).toEqual([]);
};

describe('over random histories', () => {
  const check = (law: (facts: Facts) => void) => fc.assert(fc.property(history, law), { numRuns: 200 });

  test('removing the only trained person lowers the standing, and removing anybody never raises it', () =>
    check(facts => {
      const trained = facts.people.filter(
        ({ id, left }) => !left && rollOutOf({ ...facts, people: [{ id, roles: [], left }] }).trained_from,
      );
      for (const { id } of facts.people) {
        const without = facts.people.map(each => (each.id === id ? { ...each, left: true } : each));
        const after = rollOutOf({ ...facts, people: without });
        if (trained.length === 1 && trained[0]!.id === id) expect(after.trained_from).toBeNull();
        neverLower({ ...facts, people: without }, facts);
      }
    }));

  test('one more enabling fact never lowers it', () =>
    fc.assert(
      fc.property(history, fact, attendance, person, (facts, added, attended, back) => {
        const enabling = added.kind !== 'suspended';
        const more = { ...added, withdrawn: false, id: facts.recorded.length };
        if (enabling) neverLower(facts, { ...facts, recorded: [...facts.recorded, more] });
        neverLower(facts, { ...facts, attended: [...facts.attended, { ...attended, withdrawn: false }] });
        const here = facts.people.map(each => (each.id === back ? { ...each, left: false } : each));
        neverLower(facts, { ...facts, people: here });
      }),
      { numRuns: 200 },
    ));

  test('the order of the facts does not matter', () =>
    fc.assert(
      fc.property(
        history.chain(facts =>
          fc.tuple(
            fc.constant(facts),
            fc.record({
              recorded: shuffled(facts.recorded),
              attended: shuffled(facts.attended),
              courses: shuffled(facts.courses),
              people: shuffled(facts.people),
            }),
          ),
        ),
        ([facts, other]) => {
          expect(rollOutOf(other)).toEqual(rollOutOf(facts));
        },
      ),
      { numRuns: 200 },
    ));

  test('what was withdrawn is as if it had not been', () =>
    check(facts => {
      const without = {
        ...facts,
        recorded: facts.recorded.filter(each => !each.withdrawn),
        attended: facts.attended.filter(each => !each.withdrawn),
      };
      expect(rollOutOf(facts)).toEqual(rollOutOf(without));
    }));

  test('whoever is live lacks nothing that shuts a door', () =>
    check(facts => {
      const from = rollOutOf(facts);
      for (const today of days) {
        const lacks = lackingOn(today, from, facts.people);
        const shut = lacks.some(what => ['trained', 'stage1', 'lifted'].includes(what));
        const { trained, stage1, suspended } = standingOn(today, from);
        expect(shut).toBe(!(trained && stage1 && !suspended));
        if (stepOn(today, from) === 'live') expect(lacks).not.toContain('trained');
      }
    }));
});

const shuffled = <T>(all: readonly T[]) =>
  fc.shuffledSubarray([...all], { minLength: all.length, maxLength: all.length });

const recorded = (
  kind: FactKind,
  on: string,
  more: Partial<RecordedFact> & { id: number },
): RecordedFact => ({
  kind,
  day: on,
  person_id: null,
  lifts: null,
  withdrawn: false,
  ...more,
});
const school = (...facts: RecordedFact[]): Facts => ({
  recorded: facts,
  attended: [],
  courses,
  people: [{ id: 1, roles: ['lead', 'technical_contact'], left: false }],
});

describe('a school', () => {
  test('that is lifted and suspended again is suspended since the second time', () => {
    const facts = school(
      recorded('suspended', '2026-11-01', { id: 1 }),
      recorded('lifted', '2026-11-02', { id: 2, lifts: 1 }),
      recorded('suspended', '2026-11-05', { id: 3 }),
    );
    expect(rollOutOf(facts).suspended_from).toBe('2026-11-05');
  });

  test('goes the steps, and a planned Stage 1 is one that is to come', () => {
    const from = rollOutOf(
      school(
        recorded('invited', '2026-11-01', { id: 1 }),
        recorded('trained_before', '2026-11-03', { id: 2, person_id: 1 }),
        recorded('stage1', '2026-11-07', { id: 3 }),
      ),
    );
    expect(stepsOf(from)).toEqual({
      invited: '2026-11-01',
      signed: null,
      in_training: '2026-11-03',
      trained: '2026-11-03',
      stage1: '2026-11-07',
      live: '2026-11-07',
    });
    expect(days.map(today => stepOn(today, from))).toEqual([
      ...['invited', 'invited', 'trained', 'trained', 'trained', 'trained'],
      ...['live', 'live', 'live'],
    ]);
  });

  test('lacks what nobody has recorded, in the order in which it is supplied', () => {
    expect(lackingOn('2026-11-05', rollOutOf(school()), school().people)).toEqual([
      ...['security_contact', 'back_up', 'invited', 'signed', 'trained', 'stage1'],
    ]);
  });
});
