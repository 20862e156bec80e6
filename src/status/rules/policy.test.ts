import { describe, expect, test } from 'vitest';
import { desk_roles, type DeskRole, type Person } from '#accounts/rules/who.ts';
import { at_open_school } from '#testing/standing.ts';
import { audiences } from './kinds.ts';
import { canOf, keepsSystems, reads } from './policy.ts';
import { environmentsOf } from './environments.ts';

const acting = {
  person_id: 1,
  name: 'x',
  session_id: null,
  token_id: null,
  scopes: ['read', 'write', 'administer'],
};
const desk = (...roles: DeskRole[]) => ({ ...acting, side: 'desk', roles }) as unknown as Person;
const school = (more: object = {}) =>
  ({
    ...acting,
    side: 'school',
    school_id: 1,
    roles: ['member'],
    ...at_open_school,
    ...more,
  }) as unknown as Person;
const before = school({ since: { ...at_open_school.since, stage1_from: null } });

describe('what may be done with a notice', () => {
  test.each([
    ['agent', 'draft', { write: true, tell: false, moves: ['drop'], gather: true, me_too: false }],
    ['agent', 'running', { write: false, tell: false, moves: [], gather: true, me_too: false }],
    [
      'coordinator',
      'draft',
      { write: true, tell: false, moves: ['publish', 'drop'], gather: true, me_too: false },
    ],
    [
      'coordinator',
      'running',
      { write: true, tell: true, moves: ['solve', 'cancel'], gather: true, me_too: false },
    ],
    ['coordinator', 'cancelled', { write: false, tell: false, moves: [], gather: false, me_too: false }],
    ['knowledge_editor', 'draft', { write: false, tell: false, moves: [], gather: false, me_too: false }],
    ['administrator', 'running', { write: false, tell: false, moves: [], gather: false, me_too: false }],
  ] as const)('by an %s of one that is %s', (role, state, can) => {
    expect(canOf(desk(role), { kind: 'known_problem', state })).toEqual(can);
  });

  test('at a school is “me too”, of what goes wrong now alone', () => {
    expect(canOf(school(), { kind: 'incident', state: 'running' })).toEqual({
      ...{ write: false, tell: false, moves: [], gather: false },
      me_too: true,
    });
    expect(canOf(school(), { kind: 'planned_work', state: 'running' }).me_too).toBe(false);
    expect(canOf(before, { kind: 'incident', state: 'running' }).me_too).toBe(false);
    expect(canOf(school(), { kind: 'incident', state: 'solved' }).me_too).toBe(false);
  });

  test('the list of systems is kept by administrators alone', () => {
    expect(desk_roles.filter(role => keepsSystems(desk(role)))).toEqual(['administrator']);
  });
});

describe('who reads a notice', () => {
  const seen = (who: Person, published = true) =>
    audiences.filter(audience => reads(who, { audience, published, schools: [1] }));
  test('goes by its audience, and nobody of a school reads what is not published', () => {
    expect(seen(school())).toEqual(['public', 'schools', 'stage1', 'some']);
    expect(seen(before)).toEqual(['public', 'schools', 'before_stage1', 'some']);
    expect(seen(school({ school_id: 2 }))).toEqual(['public', 'schools', 'stage1']);
    expect(seen(school(), false)).toEqual([]);
    expect(seen(desk('agent'), false)).toEqual([...audiences]);
  });
});

test('what people work with is counted by computers, the most frequent first', () => {
  const of = (browser: string | null, system: string | null, computers: number | null) => ({
    browser,
    system,
    computers,
  });
  expect(
    environmentsOf([
      of('Edge 140', 'Windows 11', null),
      of('Edge 140', 'Windows 11', 4),
      of(null, 'Windows 7', 9),
      of(null, null, 3),
    ]),
  ).toEqual([
    { name: 'Windows 7', count: 9 },
    { name: 'Edge 140, Windows 11', count: 5 },
  ]);
});
