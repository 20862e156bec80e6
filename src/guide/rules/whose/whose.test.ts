import { describe, expect, test } from 'vitest';
import { duties } from '#agreements/rules/duties/duties.ts';
import { category_ids, categories } from '#tickets/rules/categories.ts';
import { saysNextStep, withNextStep } from '#tickets/rules/next-step.ts';
import { firstGuide } from '../first/first.ts';
import { owners } from '../kinds.ts';
import { exceptionPossible, topicOf, whoseCategory, whoseOutcome, whoseTopic } from './whose.ts';
import { first_texts, HandBackWriting, isHandedBack } from './hand-back.ts';

const row = (duty: string) => duties.find(({ id }) => id === duty)!;
const has_a_hand = (duty: string, party: string) =>
  /[RA]/.test((row(duty).raci as Record<string, string>)[party] ?? '');

describe('whose a matter is', () => {
  test.each(category_ids)('by the category %s: its owner has a hand in the row behind it', category => {
    const { party, duty } = whoseCategory(category);
    expect(party).toBe(categories[category].owner);
    expect(has_a_hand(duty, party)).toBe(true);
  });

  test('by each outcome of the guide: the row has the words of the paper that the outcome rests on', () => {
    for (const outcome of firstGuide().outcomes) {
      const { party, duty } = whoseOutcome(outcome);
      expect(party).toBe(outcome.owner);
      expect(has_a_hand(duty, party), outcome.id).toBe(true);
    }
  });

  test.each([
    ['O_IE_ON_MAC', 'ie_on_mac'],
    ['O_BROWSER_EXCEPTION', 'browser'],
    ['O_PC_CERT', 'os'],
    ['O_ISP', 'connection'],
    ['O_FILTER', 'proxy_firewall'],
    ['O_TECH_NEEDED', 'school_tech'],
    ['O_SIS_DOWN', 'outage'],
    ['O_REPORT', 'configuration'],
  ])('%s goes by %s', (id, duty) => {
    expect(whoseOutcome(firstGuide().outcomes.find(each => each.id === id)!).duty).toBe(duty);
  });

  test('an outcome without words of the paper goes by its category, else by its owner', () => {
    const outcome = { owner: 'SCHOOL', seed: '', ticket: { category: 'browser_workstation' } } as const;
    expect(whoseOutcome(outcome).duty).toBe('browser');
    for (const owner of owners) {
      const { duty } = whoseOutcome({ owner, seed: '', ticket: {} });
      expect(has_a_hand(duty, owner), owner).toBe(true);
    }
  });

  test('an exception is possible for browsers and operating systems by the table', () => {
    expect(exceptionPossible(whoseCategory('browser_workstation'))).toBe(true);
    expect(exceptionPossible(whoseCategory('attendance'))).toBe(false);
    for (const topic of ['os', 'browser', 'network'] as const) expect(topicOf(whoseTopic(topic))).toBe(topic);
  });
});

describe('handing back', () => {
  test('each text that Firstline comes with names its next step, in both languages', () => {
    for (const { text, next } of Object.values(first_texts))
      for (const lang of ['en', 'fr'] as const) {
        expect(saysNextStep(withNextStep(text[lang], next[lang], lang))).toBe(true);
        expect(saysNextStep(text[lang])).toBe(false);
      }
  });

  test('there is one for each outcome of the guide that is the school’s or its internet company’s', () => {
    for (const outcome of firstGuide().outcomes.filter(({ owner }) => owner === 'SCHOOL' || owner === 'ISP'))
      expect(isHandedBack(whoseOutcome(outcome).duty), outcome.id).toBe(true);
  });

  test('a text without a next step is not valid', () => {
    const both = (text: string) => ({ en: text, fr: text });
    const valid = (next: string) =>
      HandBackWriting.safeParse({ text: both('Yours'), next: both(next) }).success;
    expect([valid('Ask your technician'), valid(''), valid('…'), valid('none')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});
