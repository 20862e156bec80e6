import { expect, test } from 'vitest';
import type { Member } from './choosing.ts';
import { shareOut, type SharingTeam } from './sharing.ts';

const asked = { now: new Date('2026-11-23T17:00:00Z'), zone: 'America/Vancouver' };
const member = (id: number, more: Partial<Member> = {}): Member => ({
  id,
  open_tickets: 0,
  last_turn: null,
  hours: [],
  absences: [],
  ...more,
});
const team = (id: number, way: SharingTeam<Member>['way'], ids: number[]): SharingTeam<Member> => ({
  id,
  way,
  members: ids.map(each => member(each)),
  turn: 1,
});
const ticket = (number: number, team_id: number | null, category = 'pen') => ({
  number,
  team_id,
  category,
  school_id: 1,
});
const rules = [{ team: 2, categories: ['login_access'], schools: null }];
const to = (placed: ReturnType<typeof shareOut>) =>
  placed.map(({ team_id, person }) => [team_id, person?.id ?? null]);

test('each goes to its own team by that team’s way, else by the rules, else to nobody', () => {
  const teams = [team(1, 'round_robin', [11, 12]), team(2, 'by_hand', [12])];
  const tickets = [
    ticket(1, 1),
    ticket(2, 1),
    ticket(3, 1),
    ticket(4, null, 'login_access'),
    ticket(5, null),
    ticket(6, 9),
  ];
  expect(to(shareOut(tickets, teams, { ...asked, rules }))).toEqual([
    [1, 11],
    [1, 12],
    [1, 11],
    [2, null],
    [null, null],
    [null, null],
  ]);
});

test('by load counts what the same person was just given in another team', () => {
  const teams = [team(1, 'least_loaded', [11]), team(2, 'least_loaded', [11, 12])];
  const placed = shareOut([ticket(1, 1), ticket(2, 1), ticket(3, 2), ticket(4, 2), ticket(5, 2)], teams, {
    ...asked,
    rules,
  });
  expect(to(placed)).toEqual([
    [1, 11],
    [1, 11],
    [2, 12],
    [2, 12],
    [2, 11],
  ]);
  expect(placed.map(({ turn }) => turn)).toEqual([1, 2, 1, 2, 3]);
});
