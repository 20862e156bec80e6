import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskRole, Person, SchoolRole } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { at_open_school } from '#testing/standing.ts';
import { langs } from '#platform/schemas.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import { asked_before_days, standsOn, wrongDays } from './days.ts';
import { changesIn } from './edits.ts';
import { kind_ids, kinds, longestOf, touchesMore } from './kinds.ts';
import { deeds, isUnderWay, states, stepOf, steps, type Deed, type State } from './life.ts';
import { canOf, mayAsk, mayDo, type Hands } from './policy.ts';
import { calledIn, endingSubject, subjectOf } from './words.ts';

const acting = {
  name: 'x',
  session_id: null,
  token_id: null,
  scopes: ['write'] as const,
  zone: 'America/Vancouver',
  desk: first_desk_time,
};
const desk = (person_id: number, ...roles: DeskRole[]): Person => ({
  ...acting,
  side: 'desk',
  person_id,
  roles,
});
const at = (school_id: number, ...roles: SchoolRole[]): Person => ({
  ...acting,
  ...at_open_school,
  side: 'school',
  person_id: 100 + school_id,
  school_id,
  roles,
});

const hands = (more: Partial<Hands> = {}): Hands => ({
  state: 'asked',
  touches_more: false,
  school_id: 1,
  asked_for: 101,
  asked_by: 101,
  prepared_by: null,
  approved_by: null,
  ...more,
});

describe('what is asked is said anew', () => {
  const keeper = desk(7, 'agent', 'rights_keeper');
  test.each<[string, Person, Partial<Hands>, string]>([
    ['by the school’s security contact', at(1, 'security_contact'), {}, 'yes'],
    ['by its lead, also once a keeper has prepared it', at(1, 'lead'), { state: 'prepared' }, 'yes'],
    ['not by a member', at(1, 'member'), {}, 'not_you'],
    ['not by another school', at(2, 'lead'), {}, 'not_you'],
    ['by the keeper who wrote it down', keeper, { asked_by: 7 }, 'yes'],
    ['not by a keeper who did not', keeper, {}, 'not_you'],
    ['not once it is decided', at(1, 'lead'), { state: 'approved' }, 'not_now'],
  ])('%s', (_, who, more, answer) =>
    expect(mayDo(who, 'edit', hands({ touches_more: more.state === 'prepared', ...more }))).toBe(answer),
  );

  const wish = {
    ...({ name: 'Jo Park', holder_job: null, kind: 'marks', words: null, at_schools: null } as const),
    ...{ why: 'x', from_on: '2026-12-01', until_on: null },
  };
  test.each([
    [{}, {}],
    [{ holder_job: 'Teacher' }, { right_holder: ['Jo Park', 'Jo Park, Teacher'] }],
    [{ until_on: '2027-01-01' }, { right_until: [null, '2027-01-01'] }],
    [
      { kind: 'something_else', words: 'The bell' },
      {
        right_kind: [
          { en: 'Marks and report cards', fr: 'Notes et bulletins' },
          { en: 'The bell', fr: 'The bell' },
        ],
      },
    ],
    [
      { at_schools: 'Birch', why: 'y' },
      { right_schools: [null, 'Birch'], right_why: ['x', 'y'] },
    ],
  ] as const)('%j is told as %j', (more, told) =>
    expect(changesIn(wish, { ...wish, ...more })).toEqual(told),
  );
});

describe('who may ask', () => {
  test.each([
    [at(1, 'security_contact'), true],
    [at(1, 'lead'), true],
    [at(1, 'member', 'technical_contact'), false],
    [desk(1, 'agent', 'rights_keeper'), true],
    [desk(1, 'coordinator'), true],
    [desk(1, 'rights_keeper'), false], // opens no tickets
    [desk(1, 'agent'), false],
    [desk(1, 'privacy_officer'), false],
    [desk(1, 'administrator'), false],
  ])('%#', (who, may) => expect(mayAsk(who)).toBe(may));
});

describe('who may do what', () => {
  const keeper = desk(1, 'agent', 'rights_keeper');
  const second = desk(2, 'coordinator');

  test('one keeper decides what touches one school, and nobody prepares it', () => {
    expect(mayDo(keeper, 'approve', hands())).toBe('yes');
    expect(mayDo(keeper, 'prepare', hands())).toBe('not_now');
    expect(mayDo(keeper, 'done', hands({ state: 'approved', approved_by: 1 }))).toBe('yes');
  });

  test('what touches more is prepared, approved by another, and not carried out by her', () => {
    const more = hands({ touches_more: true });
    expect(mayDo(keeper, 'approve', more)).toBe('not_now');
    expect(mayDo(keeper, 'prepare', more)).toBe('yes');
    const prepared = { ...more, state: 'prepared' as const, prepared_by: 1 };
    expect(mayDo(keeper, 'approve', prepared)).toBe('second');
    expect(mayDo(second, 'approve', prepared)).toBe('yes');
    expect(mayDo(second, 'approve', { ...prepared, asked_by: 2 })).toBe('second');
    const approved = { ...prepared, state: 'approved' as const, approved_by: 2 };
    expect(mayDo(second, 'done', approved)).toBe('not_approver');
    expect(mayDo(keeper, 'done', approved)).toBe('yes');
  });

  test('agents, privacy officers and administrators decide nothing, members and other schools answer nothing', () => {
    for (const role of [
      'agent',
      'privacy_officer',
      'administrator',
      'knowledge_editor',
      'level2_contact',
    ] as const)
      for (const deed of deeds)
        for (const state of states) expect(mayDo(desk(9, role), deed, hands({ state }))).not.toBe('yes');
    for (const who of [at(1, 'member'), at(2, 'lead'), at(2, 'security_contact')])
      for (const deed of deeds)
        for (const state of states)
          expect(mayDo(who, deed, hands({ state, asked_for: null, asked_by: null }))).not.toBe('yes');
  });

  test('of whatever history, nobody approves what she had another hand in, and `can` says what the guard says', () => {
    const person = fc.integer({ min: 1, max: 3 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...deeds), person), { maxLength: 12 }),
        fc.boolean(),
        person,
        (tried, touches_more, asked_by) => {
          let now = hands({ touches_more, asked_by });
          let done_by: number | null = null;
          for (const [deed, id] of tried) {
            const who = desk(id, 'coordinator');
            expect(canOf(who, now)[deed as Exclude<Deed, 'run_out'>] ?? false).toBe(
              mayDo(who, deed, now) === 'yes',
            );
            if (mayDo(who, deed, now) !== 'yes') continue;
            now = {
              ...now,
              state: stepOf(deed, { ...now, asked: true })!.to,
              ...(deed === 'prepare' && { prepared_by: id }),
              ...(deed === 'approve' && { approved_by: id }),
            };
            if (deed === 'done') done_by = id;
          }
          if (!touches_more || now.approved_by === null) return;
          expect([asked_by, now.prepared_by, done_by]).not.toContain(now.approved_by);
          expect(now.prepared_by).not.toBeNull();
        },
      ),
    );
  });
});

describe('the life of a request', () => {
  test('a deed leads to one state from where it stands', () => {
    for (const state of states)
      for (const deed of deeds)
        for (const touches_more of [true, false])
          for (const asked of [true, false])
            expect(
              steps.filter(step => {
                const found = stepOf(deed, { state, touches_more, asked });
                return found === step;
              }).length,
            ).toBeLessThanOrEqual(1);
  });

  test('every state is reached from one of the two beginnings, and what has ended stays', () => {
    const reached = new Set<State>(['asked', 'ending']);
    for (const state of reached)
      for (const deed of deeds)
        for (const touches_more of [true, false])
          for (const asked of [true, false]) {
            const step = stepOf(deed, { state, touches_more, asked });
            if (step) reached.add(step.to);
            if (!isUnderWay(state)) expect(step).toBeUndefined();
          }
    expect([...reached].sort()).toEqual([...states].sort());
  });

  test('what the software asked about is not withdrawn: it is kept or let go', () => {
    expect(stepOf('withdraw', { state: 'approved', touches_more: false, asked: false })).toBeUndefined();
    expect(stepOf('keep', { state: 'ending', touches_more: false, asked: false })?.to).toBe('asked');
  });
});

describe('from when until when', () => {
  const asks = {
    action: 'add' as const,
    kind: 'marks' as const,
    at_schools: null,
    from: '2026-12-01',
    until: null,
  };
  const today = '2026-11-30';

  test.each([
    [{}, []],
    [{ from: '2026-11-29' }, ['from']],
    [{ from: today }, []],
    [{ until: '2026-12-01' }, ['until']],
    [{ until: '2026-12-02' }, []],
    [{ kind: 'student_services' as const }, ['until']],
    [{ kind: 'student_services' as const, until: '2027-12-02' }, []],
    [{ kind: 'student_services' as const, until: '2027-12-03' }, ['until']],
    [{ kind: 'school_administrator' as const, until: '2028-11-30' }, []],
    [{ at_schools: 'Birch' }, ['until']],
    [{ at_schools: 'Birch', kind: 'school_administrator' as const, until: '2028-11-30' }, ['until']],
    [{ action: 'remove' as const, kind: 'student_services' as const }, []],
    [{ action: 'remove' as const, until: '2027-01-01' }, ['until']],
  ])('%o', (more, wrong) => expect(Object.keys(wrongDays({ ...asks, ...more }, today))).toEqual(wrong));

  test('what is let through never outlasts what its kind allows', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kind_ids),
        fc.option(fc.constant('Birch')),
        fc.integer({ min: 0, max: 400 }),
        fc.option(fc.integer({ min: -10, max: 1500 })),
        (kind, at_schools, ahead, length) => {
          const start = dayNumber(today) + ahead;
          const given = {
            ...asks,
            kind,
            at_schools,
            from: dateOfDay(start),
            until: length === null ? null : dateOfDay(start + length),
          };
          if (Object.keys(wrongDays(given, today)).length > 0) return;
          const longest = longestOf(given);
          if (longest === null) return;
          expect(length).toBeGreaterThan(0);
          expect(length).toBeLessThanOrEqual(longest);
        },
      ),
    );
  });

  test('how it stands: held, ending for its last two weeks and its last day, then over', () => {
    const on = (ahead: number) =>
      standsOn({ until: dateOfDay(dayNumber(today) + ahead), ended_on: null }, today);
    expect([on(asked_before_days + 1), on(asked_before_days), on(0), on(-1)]).toEqual([
      'held',
      'ending',
      'ending',
      'over',
    ]);
    expect(standsOn({ until: null, ended_on: null }, today)).toBe('held');
    expect(standsOn({ until: '2026-01-01', ended_on: '2026-01-02' }, today)).toBe('ended');
  });
});

test('whatever opens more than one school ends within a year', () => {
  for (const kind of kind_ids) {
    expect(longestOf({ kind, at_schools: 'Birch' })).toBeLessThanOrEqual(366);
    expect(touchesMore({ kind, at_schools: null })).toBe(kinds[kind].several);
  }
});

test('every right has its name in both languages, and a subject fits a line', () => {
  for (const lang of langs)
    for (const kind of kind_ids) {
      expect(calledIn({ kind, words: null }, lang)).toBeTruthy();
      const long = { kind: 'something_else' as const, words: 'w'.repeat(200) };
      for (const action of ['add', 'change', 'remove'] as const)
        expect(subjectOf(action, long, 'n'.repeat(100), lang).length).toBeLessThanOrEqual(200);
      expect(endingSubject(long, 'n'.repeat(100), lang).length).toBeLessThanOrEqual(200);
    }
});
