import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { doors, type Door } from '#accounts/rules/doors.ts';
import { desk_roles, school_roles } from '#accounts/rules/who.ts';
import { at_open_school } from '#testing/standing.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { facts, gate, gateFor, opensTo, suppliers, type Role } from './gate.ts';
import type { Standing } from './standing.ts';

const stands = (letters: string): Standing => ({
  trained: letters.includes('t'),
  stage1: letters.includes('1'),
  suspended: letters.includes('s'),
});
/** t is trained, 1 is in Stage 1, s is suspended. */
const standings = ['-', 't', '1', 't1', 's', 'ts', '1s', 't1s'];
const roles: readonly Role[] = [...school_roles, ...desk_roles];

const school = 'lead security_contact technical_contact member';
const openers = 'agent level2_contact privacy_officer';
const readers = 'knowledge_editor rights_keeper administrator';
const desk = `coordinator ${openers} ${readers}`;

/** Written out by hand and reviewed: which door is open to whom, in the order of the standings above. */
const reviewed: Record<Door, [roles: string, open: string][]> = {
  //                                          -  t  1  t1 s  ts 1s t1s
  gate_page: [[`${school} ${desk}`, /*     */ 'x  x  x  x  x  x  x  x']],
  sign_in: [
    [school, /*                            */ '.  x  .  x  .  .  .  .'],
    [desk, /*                              */ 'x  x  x  x  x  x  x  x'],
  ],
  ordinary_work: [
    [`${school} ${openers}`, /*            */ '.  .  .  x  .  .  .  .'],
    ['coordinator', /*                     */ '.  .  x  x  .  .  .  .'],
    [readers, /*                           */ '.  .  .  .  .  .  .  .'],
  ],
  startup_question: [
    [`${school} ${openers}`, /*            */ '.  x  .  x  .  .  .  .'],
    ['coordinator', /*                     */ '.  x  x  x  .  .  .  .'],
    [readers, /*                           */ '.  .  .  .  .  .  .  .'],
  ],
  act_on_tickets: [
    [school, /*                            */ '.  x  .  x  .  .  .  .'],
    [desk, /*                              */ 'x  x  x  x  x  x  x  x'],
  ],
  read_tickets: [
    [school, /*                            */ '.  x  .  x  .  x  .  x'],
    [desk, /*                              */ 'x  x  x  x  x  x  x  x'],
  ],
  read_knowledge: [
    [school, /*                            */ '.  x  .  x  .  .  .  .'],
    [desk, /*                              */ 'x  x  x  x  x  x  x  x'],
  ],
  forum: [
    [school, /*                            */ '.  x  .  x  .  .  .  .'],
    [desk, /*                              */ 'x  x  x  x  x  x  x  x'],
  ],
  propose_level2: [
    ['agent coordinator level2_contact', /**/ '.  .  x  x  .  .  .  .'],
    [`${school} privacy_officer ${readers}`, /**/ '.  .  .  .  .  .  .  .'],
  ],
  privacy_incident: [[`${school} ${desk}`, /**/ 'x  x  x  x  x  x  x  x']],
  notices: [[`${school} ${desk}`, /*       */ 'x  x  x  x  x  x  x  x']],
  connectivity_check: [[`${school} ${desk}`, /**/ 'x  x  x  x  x  x  x  x']],
  print_check: [[`${school} ${desk}`, /*   */ 'x  x  x  x  x  x  x  x']],
  locked_out: [
    ['lead security_contact', /*           */ 'x  x  x  x  x  x  x  x'],
    [`technical_contact member ${desk}`, /**/ '.  .  .  .  .  .  .  .'],
  ],
};

describe('the gate', () => {
  test.each(doors)('%s is as the reviewed table has it, for every standing and role', door => {
    const written = Object.fromEntries(
      reviewed[door].flatMap(([names, open]) =>
        names.split(' ').map(role => [role, open.split(/ +/).join('')]),
      ),
    );
    const decided = Object.fromEntries(
      roles.map(role => [
        role,
        standings.map(letters => (gate(stands(letters), role, door).open ? 'x' : '.')).join(''),
      ]),
    );
    expect(decided).toEqual(written);
  });

  const standing = fc.record({ trained: fc.boolean(), stage1: fc.boolean(), suspended: fc.boolean() });
  const asked = [fc.constantFrom(...roles), fc.constantFrom(...doors)] as const;

  test('no fact more shuts a door, and no suspension opens one', () => {
    fc.assert(
      fc.property(standing, ...asked, (now, role, door) => {
        const opened = (more: Partial<Standing>) => Number(gate({ ...now, ...more }, role, door).open);
        expect(opened({ trained: true })).toBeGreaterThanOrEqual(opened({ trained: false }));
        expect(opened({ stage1: true })).toBeGreaterThanOrEqual(opened({ stage1: false }));
        expect(opened({ suspended: true })).toBeLessThanOrEqual(opened({ suspended: false }));
      }),
    );
  });

  test('what is missing is what opens it; what no fact opens is another’s', () => {
    fc.assert(
      fc.property(standing, ...asked, (now, role, door) => {
        const verdict = gate(now, role, door);
        if (verdict.open) return;
        const supplied = {
          trained: now.trained || verdict.missing.includes('trained'),
          stage1: now.stage1 || verdict.missing.includes('stage1'),
          suspended: now.suspended && !verdict.missing.includes('not_suspended'),
        };
        expect(gate(supplied, role, door).open).toBe(verdict.missing.length > 0);
        for (const other of verdict.by) expect(gate(now, other, door).open).toBe(true);
      }),
    );
  });

  test('of several roles the widest counts, and somebody without any is a member', () => {
    const coordinates = gateFor(stands('1'), ['agent', 'coordinator'], 'ordinary_work');
    expect(coordinates).toEqual({ open: true });
    expect(gateFor(stands('1'), ['agent'], 'ordinary_work')).toEqual({
      open: false,
      missing: ['trained'],
      by: ['coordinator'],
    });
    const nobody = {
      ...{ side: 'school' as const, school_id: 1, person_id: 1, name: '', zone: '', roles: [] },
      ...{ session_id: null, token_id: null, scopes: [], desk: first_desk_time },
      ...at_open_school,
    };
    expect(opensTo(nobody, 'ordinary_work')).toBe(true);
    expect(opensTo({ ...nobody, today: '2025-12-31' }, 'ordinary_work')).toBe(false);
  });

  test('every missing fact has somebody who can supply it', () => {
    for (const fact of facts) expect(suppliers[fact]).toContain('coordinator');
  });
});
