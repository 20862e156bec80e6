import { at_open_school } from '#testing/standing.ts';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { AtDesk, AtSchool, DeskRole } from '#accounts/rules/who.ts';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { state_ids, transitionOf } from '../lifecycle.ts';
import { canOf, mayMove, replyDoes, type Facts } from '../policy.ts';
import { isMerged, kind_ids, kinds, most_levels, openOf, sides, undo_days, undoneUntil } from './kinds.ts';
import {
  link_refusals,
  mayPart,
  merge_refusals,
  refusesMerge,
  refusesSplit,
  refusesUnder,
  type Chosen,
  type Under,
} from './may.ts';

const acting = {
  person_id: 1,
  name: 'Somebody',
  session_id: null,
  token_id: null,
  scopes: [],
  zone: 'America/Vancouver',
  desk: first_desk_time,
};
const desk = (person_id: number, ...roles: DeskRole[]): AtDesk => ({
  ...acting,
  person_id,
  side: 'desk',
  roles,
});
const school: AtSchool = { ...acting, side: 'school', ...at_open_school, school_id: 1, roles: ['member'] };

describe('one ticket under another', () => {
  const family: Under[] = [
    { child: 2, parent: 1 },
    { child: 3, parent: 2 },
    { child: 5, parent: 4 },
  ];
  test.each<[child: number, parent: number, refusal: string | undefined]>([
    [6, 1, undefined],
    [6, 2, undefined],
    [5, 2, 'has_parent'],
    [1, 1, 'itself'],
    [1, 3, 'circle'],
    [1, 2, 'circle'],
    [6, 3, 'too_deep'],
    [4, 1, undefined],
    [4, 2, 'too_deep'],
    [1, 4, 'too_deep'],
  ])('%i under %i: %s', (child, parent, refusal) => {
    expect(refusesUnder(family, { child, parent })).toBe(refusal);
  });

  test('whatever is put under whatever, there is no circle, one parent, and no more than three levels', () => {
    const pair = fc.record({ child: fc.nat(7), parent: fc.nat(7) });
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 30 }), pairs => {
        const family: Under[] = [];
        for (const each of pairs) if (!refusesUnder(family, each)) family.push(each);
        const wayUp = (number: number, steps = 0): number => {
          if (steps > most_levels) return steps;
          const over = family.find(under => under.child === number);
          return over ? wayUp(over.parent, steps + 1) : steps;
        };
        for (let number = 0; number < 8; number++) {
          expect(family.filter(under => under.child === number).length).toBeLessThanOrEqual(1);
          expect(wayUp(number)).toBeLessThan(most_levels);
        }
      }),
    );
  });

  test('of the tickets under one, the open ones are counted', () => {
    expect(openOf([{ state: 'new' }, { state: 'resolved' }, { state: 'closed' }])).toBe(2);
  });
});

describe('a merge', () => {
  const from = { number: 7, school_id: 1, inside: false, may_end: true };
  const into = { number: 3, school_id: 1, inside: false, open: true };
  const plain = { from, into, asked: 3, waiting: undefined };
  test.each<[string, Partial<Parameters<typeof refusesMerge>[0]>, unknown]>([
    ['goes through', {}, undefined],
    ['follows a merged one to the last', { asked: 2 }, undefined],
    ['not into itself', { asked: 7 }, ['itself', 7]],
    ['not in a circle', { asked: 5, into: { ...into, number: 7 } }, ['circle', 5]],
    ['not into another school', { into: { ...into, school_id: 2 } }, ['other_school', 3]],
    ['not where only the iGroup sees it', { into: { ...into, inside: true } }, ['inside', 3]],
    ['not out of what only the iGroup sees', { from: { ...from, inside: true } }, ['inside', 7]],
    ['not of one that is over', { from: { ...from, may_end: false } }, ['over', 7]],
    ['not into one that has ended', { into: { ...into, open: false } }, ['ended', 3]],
    ['not while a message waits to leave', { waiting: 7 }, ['waiting', 7]],
  ])('%s', (_, changed, refusal) => {
    expect(refusesMerge({ ...plain, ...changed })).toEqual(refusal);
  });

  test('is offered where the table withdraws or merges, to those who may', () => {
    const facts = (state: Facts['state']): Facts => ({
      state,
      school_id: 1,
      category: 'attendance',
      school_days_since_end: 0,
      inside: false,
    });
    for (const state of state_ids) {
      const row = transitionOf('withdraw', state);
      expect(canOf(desk(1, 'agent'), facts(state)).merge).toBe(row?.by.includes('agent') ?? false);
      expect(canOf(desk(1, 'knowledge_editor'), facts(state)).merge).toBe(false);
      expect(canOf(school, facts(state))).toMatchObject({ merge: false, split: false, link: false });
    }
  });

  test('leaves nothing to do on the merged ticket, for anybody', () => {
    for (const who of [school, desk(1, 'agent'), desk(1, 'coordinator', 'level2_contact')]) {
      const merged: Facts = {
        state: 'cancelled',
        school_id: 1,
        category: 'attendance',
        school_days_since_end: 0,
        inside: false,
        merged: true,
      };
      const { moves, reply_does: _, ...can } = canOf(who, merged);
      expect(moves).toEqual([]);
      expect(Object.values(can)).not.toContain(true);
      expect(replyDoes(who, merged)).toBeUndefined();
      expect(mayMove(who, merged, 'restore')).toBe('goes_on');
    }
  });

  test('is known by a state and a code that nothing else brings together', () => {
    expect(isMerged({ state: 'cancelled', resolution_code: 'duplicate_merged' })).toBe(true);
    expect(isMerged({ state: 'cancelled', resolution_code: 'withdrawn' })).toBe(false);
    expect(isMerged({ state: 'closed', resolution_code: 'duplicate_merged' })).toBe(false);
  });
});

describe('a split', () => {
  const reply = (id: number): Chosen => ({ kind: 'reply', id });
  const note = (id: number): Chosen => ({ kind: 'note', id });
  const here = [reply(1), note(1), reply(2)];
  test.each<[string, Chosen[], string | undefined]>([
    ['takes what is here', [reply(2), note(1)], undefined],
    ['takes at least one reply', [note(1)], 'none'],
    ['takes nothing that is not here', [reply(2), reply(9)], 'gone'],
    ['takes a note for a note', [reply(2), note(2)], 'gone'],
    ['leaves a reply', [reply(1), reply(2)], 'all'],
  ])('%s', (_, chosen, refusal) => {
    expect(refusesSplit(here, chosen)).toBe(refusal);
  });
});

describe('undoing', () => {
  const made_at = new Date('2026-11-23T17:00:00Z');
  const day = 86_400_000;
  const by_maya = (kind: (typeof kind_ids)[number]) => ({ kind, made_by: 1, made_at });
  test('a link is taken away by anybody who works tickets, whenever', () => {
    const later = new Date(made_at.getTime() + 400 * day);
    expect(mayPart(desk(2, 'agent'), true, by_maya('related'), later)).toBe('yes');
    expect(mayPart(desk(2, 'knowledge_editor'), false, by_maya('related'), made_at)).toBe('not_by_you');
    expect(mayPart(school, true, by_maya('related'), made_at)).toBe('not_by_you');
  });

  test.each(['merged', 'split'] as const)('a %s by who did it or a coordinator, for 30 days', kind => {
    const last = undoneUntil(made_at);
    expect(last.getTime() - made_at.getTime()).toBe(undo_days * day);
    const over = new Date(last.getTime() + 1);
    expect(mayPart(desk(1, 'agent'), true, by_maya(kind), last)).toBe('yes');
    expect(mayPart(desk(2, 'agent'), true, by_maya(kind), last)).toBe('not_by_you');
    expect(mayPart(desk(2, 'coordinator'), true, by_maya(kind), last)).toBe('yes');
    expect(mayPart(desk(1, 'agent'), true, by_maya(kind), over)).toBe('too_late');
  });
});

test('what goes across schools no school knows of by its kind alone, and what moves the talk never goes across', () => {
  for (const kind of kind_ids) {
    expect(sides[kind]).toBeDefined();
    if (kinds[kind].parted_by === 'doer') expect(kinds[kind].across_schools).toBe(false);
  }
  expect(kinds.child.school_knows).toBe(false);
});

test('every refusal is said in both languages, with the other ticket’s number where it speaks of it', () => {
  for (const says of [...Object.values(link_refusals), ...Object.values(merge_refusals)]) {
    const { en, fr } = (says as (other: number) => { en: string; fr: string })(1003);
    expect(en).not.toBe(fr);
    expect(en.includes('1003')).toBe(fr.includes('1003'));
  }
});
