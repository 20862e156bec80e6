import { at_open_school } from '#testing/standing.ts';
import { describe, expect, test } from 'vitest';
import type { AtDesk, AtSchool, DeskRole } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { isTold, mayAnnounce, mayChangeAnnouncement, stateOf } from './announcement.ts';

const now = new Date('2026-11-23T17:00:00Z');
const [before, later] = [new Date('2026-11-23T16:00:00Z'), new Date('2026-11-23T18:00:00Z')];

describe('an announcement', () => {
  test.each([
    ['news', before, null, null, 'in_force', true],
    ['news', before, later, null, 'in_force', true],
    ['news', now, null, null, 'in_force', true],
    ['news', later, null, null, 'coming', false],
    ['closed', later, later, null, 'coming', true],
    ['closed', before, now, null, 'past', false],
    ['news', before, before, null, 'past', false],
    ['closed', later, later, before, 'withdrawn', false],
    ['news', before, null, now, 'withdrawn', false],
  ] as const)(
    '%s from %s until %s, withdrawn %s, is %s, and told: %s',
    (...[kind, starts_at, ends_at, withdrawn_at, state, told]) => {
      const announcement = { kind, starts_at, ends_at, withdrawn_at };
      expect(stateOf(announcement, now)).toBe(state);
      expect(isTold(announcement, now)).toBe(told);
    },
  );

  const acting = {
    person_id: 7,
    name: 'x',
    session_id: null,
    token_id: null,
    scopes: [],
    zone: 'America/Vancouver',
    desk: first_desk_time,
  };
  const desk = (...roles: DeskRole[]): AtDesk => ({ ...acting, side: 'desk', roles });
  const school: AtSchool = { ...acting, side: 'school', ...at_open_school, school_id: 1, roles: ['lead'] };

  test('is written by who works tickets, and changed by its writer or a coordinator', () => {
    expect(mayAnnounce(desk('agent'))).toBe(true);
    expect(mayAnnounce(desk('knowledge_editor'))).toBe(false);
    expect(mayAnnounce(school)).toBe(false);
    expect(mayChangeAnnouncement(desk('agent'), { written_by: 7 })).toBe(true);
    expect(mayChangeAnnouncement(desk('agent'), { written_by: 8 })).toBe(false);
    expect(mayChangeAnnouncement(desk('coordinator'), { written_by: 8 })).toBe(true);
    expect(mayChangeAnnouncement(desk('knowledge_editor'), { written_by: 7 })).toBe(false);
    expect(mayChangeAnnouncement(school, { written_by: 7 })).toBe(false);
  });
});
