import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from '#accounts/rules/who.ts';
import { answerCan, topicCan, type TopicCan, type TopicFacts } from './policy.ts';

const maria = { side: 'school', roles: ['member'] } as unknown as Person;
const desk = (...roles: string[]) => ({ side: 'desk', roles }) as unknown as Person;

const open: TopicFacts = {
  ...{ mine: false, locked: false, hidden: false, merged: false, answers: 1 },
  ...{ side: 'school', consent: null, ticket: false, article: false },
};
const names = (can: Partial<TopicCan>) =>
  Object.entries(can)
    .filter(([, may]) => may)
    .map(([name]) => name)
    .join(' ');

test.each<[string, Person, Partial<TopicFacts>, string]>([
  ['another school’s person', maria, {}, 'answer me_too follow report'],
  ['the asker', maria, { mine: true }, 'answer edit accept follow consent'],
  ['the asker, without an answer', maria, { mine: true, answers: 0 }, 'answer edit follow consent'],
  ['the asker, with a ticket', maria, { mine: true, ticket: true }, 'answer edit accept follow'],
  ['the asker of what is locked', maria, { mine: true, locked: true }, 'follow consent'],
  ['a reader of what is locked', maria, { locked: true }, 'follow report'],
  ['a reader of what was merged', maria, { merged: true }, ''],
  [
    'an agent',
    desk('agent'),
    {},
    'answer edit accept follow report move merge lock hide article ask_consent',
  ],
  [
    'an agent, with consent',
    desk('agent'),
    { consent: 'given', article: true },
    'answer edit accept follow report move merge lock hide open_ticket',
  ],
  [
    'an agent, when it was refused',
    desk('agent'),
    { consent: 'refused', answers: 0 },
    'answer edit follow report move merge lock hide',
  ],
  ['an agent, when it is hidden', desk('agent'), { hidden: true }, 'hide'],
  ['an agent, when it was merged', desk('agent'), { merged: true }, 'part'],
  [
    'an agent, when the iGroup asked',
    desk('agent'),
    { side: 'desk' },
    'answer edit accept follow report move merge lock hide article',
  ],
  [
    'the editor',
    desk('knowledge_editor'),
    {},
    'answer edit accept follow report move merge lock hide article',
  ],
  ['an administrator', desk('administrator'), {}, 'answer follow report'],
])('%s', (_, who, facts, may) => expect(names(topicCan(who, { ...open, ...facts }))).toBe(may));

const facts = fc.record({
  ...{ mine: fc.boolean(), locked: fc.boolean(), hidden: fc.boolean(), merged: fc.boolean() },
  ...{ answers: fc.nat(3), ticket: fc.boolean(), article: fc.boolean() },
  side: fc.constantFrom('school' as const, 'desk' as const),
  consent: fc.constantFrom(null, 'asked' as const, 'given' as const, 'refused' as const),
});

test('no school ever keeps the forum, and nobody opens a ticket without consent', () => {
  fc.assert(
    fc.property(facts, given => {
      const can = topicCan(maria, given);
      expect([
        can.move,
        can.merge,
        can.part,
        can.lock,
        can.hide,
        can.article,
        can.open_ticket,
        can.ask_consent,
      ]).toEqual(Array(8).fill(false));
      expect(topicCan(desk('coordinator'), given).open_ticket && given.consent !== 'given').toBe(false);
      const answer = answerCan(maria, { mine: false, hidden: false, topic: given });
      expect(answer.edit || answer.hide).toBe(false);
    }),
  );
});

test('an answer is edited by who wrote it until its topic is locked, and by the desk', () => {
  const topic = { hidden: false, merged: false, locked: false };
  expect(answerCan(maria, { mine: true, hidden: false, topic })).toEqual({
    edit: true,
    report: false,
    hide: false,
  });
  expect(answerCan(maria, { mine: true, hidden: false, topic: { ...topic, locked: true } }).edit).toBe(false);
  expect(answerCan(desk('agent'), { mine: false, hidden: true, topic })).toEqual({
    ...{ edit: false, report: false, hide: true },
  });
});
