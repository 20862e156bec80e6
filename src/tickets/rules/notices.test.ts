import { describe, expect, test } from 'vitest';
import { concernsOf, notice_kind_ids, notice_kinds, type Happened } from './notices.ts';

const maya = 1;
const ines = 2;
const maria = 9;

const owen = 4;

const quiet: Happened = {
  kind: 'changed',
  by: maya,
  by_school: false,
  assignee: ines,
  mentioned: [],
  for: null,
  followers: [],
};

describe('who is told of an event', () => {
  test.each<[string, Partial<Happened>, [number, string][]]>([
    ['giving a ticket: who has it now', { kind: 'assigned', handed: [null, ines] }, [[ines, 'assigned']]],
    [
      'giving it to another: who gets it and who had it',
      { kind: 'assigned', by: 3, handed: [maya, ines] },
      [
        [ines, 'assigned'],
        [maya, 'taken_away'],
      ],
    ],
    [
      'taking it from somebody: who had it',
      { kind: 'assigned', handed: [ines, maya] },
      [[ines, 'taken_away']],
    ],
    ['taking what nobody has: nobody', { kind: 'assigned', handed: [null, maya], assignee: maya }, []],
    ['giving back one’s own: nobody', { kind: 'assigned', handed: [maya, null], assignee: null }, []],
    ['a school’s reply: who has it', { kind: 'replied', by: maria, by_school: true }, [[ines, 'answered']]],
    ['a school’s answer: who has it', { kind: 'answer', by: maria, by_school: true }, [[ines, 'answered']]],
    [
      'a school’s reply that nobody has: nobody',
      { kind: 'replied', by: maria, by_school: true, assignee: null },
      [],
    ],
    ['a colleague’s reply: nobody', { kind: 'replied' }, []],
    ['not solved: who has it', { kind: 'not_solved', by: maria, by_school: true }, [[ines, 'not_solved']]],
    ['reopened: who has it', { kind: 'reopen', by: maria, by_school: true }, [[ines, 'not_solved']]],
    ['reopened by oneself: nobody', { kind: 'reopen', assignee: maya }, []],
    ['a note with a mention: who is mentioned', { kind: 'noted', mentioned: [ines] }, [[ines, 'mentioned']]],
    ['mentioning oneself: nobody', { kind: 'noted', mentioned: [maya] }, []],
    ['the software’s deed: as anybody’s', { kind: 'reopen', by: null }, [[ines, 'not_solved']]],
    ['giving a task: whose it is', { kind: 'task_added', for: ines }, [[ines, 'task_given']]],
    ['taking a task oneself: nobody', { kind: 'task_added', for: maya }, []],
    ['having a colleague follow: that one', { kind: 'follower_added', for: owen }, [[owen, 'followed']]],
    [
      'a changed request for rights: who has it, and who prepared it',
      { kind: 'rights_edited', by: maria, by_school: true, for: owen },
      [
        [ines, 'request_changed'],
        [owen, 'request_changed'],
      ],
    ],
    ['anything that is followed: who follows', { followers: [owen, maya] }, [[owen, 'followed']]],
    [
      'what concerns a follower more: told of that alone',
      { kind: 'noted', mentioned: [owen], followers: [owen] },
      [[owen, 'mentioned']],
    ],
    ['ticking and snoozing: no follower', { kind: 'item_ticked', followers: [owen] }, []],
    ['anything else: nobody', {}, []],
  ])('%s', (_name, happened, expected) => {
    const told = concernsOf({ ...quiet, ...happened }).map(({ person, kind }) => [person, kind]);
    expect(told).toEqual(expected);
  });

  test('nobody is told of one event twice', () => {
    const both = { ...quiet, kind: 'reopen', mentioned: [ines, ines] };
    expect(concernsOf(both)).toEqual([{ person: ines, kind: 'not_solved' }]);
  });
});

/** What those say that are of no ticket. */
const of_no_ticket: Record<string, string> = {
  statement_closed: 'Maria Santos',
  status_published: 'Maria Santos',
  topic_answered: 'Maria Santos',
  topic_mentioned: 'Maria Santos',
  topic_waits: '',
  searches_in_vain: '',
};

test('every kind has its sentence and its name in both languages', () => {
  for (const kind of notice_kind_ids) {
    const { says, name } = notice_kinds[kind];
    const what = { en: 'Maria Santos answered', fr: 'Maria Santos a répondu' };
    const said = says('Maria Santos', 1003, { count: 1, what });
    const names = of_no_ticket[kind] ?? '1003';
    for (const words of [said.en, said.fr]) expect(words).toContain(names);
    expect(said.en).not.toBe(said.fr);
    expect(name.en).not.toBe(name.fr);
  }
});
