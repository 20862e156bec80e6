import { at_open_school } from '#testing/standing.ts';
import { expect, test } from 'vitest';
import type { DeskRole, Person } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { folderOf } from './folder.ts';
import { mayKeep, mayUse } from './keeping.ts';

const person = (person_id: number, ...roles: DeskRole[]): Person => ({
  ...{ side: 'desk', person_id, roles, name: '', zone: '' },
  ...{ session_id: null, token_id: null, scopes: [], desk: first_desk_time },
});
const maya = person(1, 'agent');
const nadia = person(2, 'coordinator');
const tom = person(3, 'knowledge_editor');
const school: Person = { ...maya, side: 'school', ...at_open_school, school_id: 1, roles: [] };

const own = { whose: 'own', owner_id: 1, team_id: null } as const;
const ours = { whose: 'team', owner_id: 9, team_id: 5 } as const;
const all = { whose: 'all', owner_id: 1, team_id: null } as const;
const [member, nobody] = [new Set([5]), new Set<number>()];

test.each([
  ['its owner', own, maya, nobody, true, true],
  ['another person’s', own, nadia, nobody, false, false],
  ['one’s team', ours, maya, member, true, true],
  ['another team', ours, maya, nobody, false, false],
  ['a team’s, by a coordinator', ours, nadia, nobody, true, true],
  ['everybody’s, by who wrote it', all, maya, nobody, true, false],
  ['everybody’s, by a coordinator', all, nadia, nobody, true, true],
  ['everybody’s, by who works no tickets', all, tom, nobody, true, false],
  ['a team’s, by a member who works no tickets', ours, tom, member, true, false],
  ['everybody’s, by a school', all, school, nobody, false, false],
])('%s', (...[, macro, who, teams, uses, keeps]) => {
  expect([mayUse(who, macro, teams), mayKeep(who, macro, teams)]).toEqual([uses, keeps]);
});

test.each([
  ['', ''],
  ['Access', 'Access'],
  [' Access/ Passwords ', 'Access / Passwords'],
  ['a / b / c', undefined],
  ['a /', undefined],
  ['/', undefined],
  ['a\nb', undefined],
])('the folder %j is kept as %j', (typed, kept) => {
  expect(folderOf(typed)).toBe(kept);
});
