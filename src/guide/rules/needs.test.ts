import { describe, expect, test } from 'vitest';
import { codeOf, numberOf } from './code.ts';
import { firstGuide } from './first/first.ts';
import { speak } from './filling.ts';
import { besideFits, countedBeside, neededBeside, type Beside } from './needs.ts';
import { ticketOf, type Told } from './ticketing.ts';
import type { Given } from './walking.ts';

/** What the desk can't begin without, where the way did not ask it. */

const guide = firstGuide();
/** Ends at “slow only at this school”, which needs C31 (on the way) and C33 (which is not). */
const to_cut: Given = [
  ['C01', 'none'],
  ['C02', 'slow'],
  ['C29', 'only_sis'],
  ['C31', 'no'],
];
const names = (given: Given, beside: Beside = [], of = guide) =>
  neededBeside(of, given, beside).map(
    ({ question, answer, asked }) => `${question.id} ${asked ? (answer?.id ?? 'unknown') : 'open'}`,
  );

/** The same guide, whose slow end needs what the test says. */
function needing(needs: string[], allow: 'yes' | 'no' = 'yes') {
  const changed = firstGuide();
  const { ticket } = changed.outcomes.find(({ id }) => id === 'O_SIS_SLOW')!;
  Object.assign(ticket, { needs, allow });
  return changed;
}
const to_slow: Given = [...to_cut.slice(0, 3), ['C31', 'yes']];

describe('what an outcome needs', () => {
  test('is asked in its order, where the way did not ask it', () => {
    expect(names(to_slow, [], needing(['C33', 'C31', 'C11', 'C33']))).toEqual(['C33 open', 'C11 open']);
  });
  test('is answered, or not known, and then asked no more', () => {
    const beside: Beside = [
      ['C33', null],
      ['C11', 'timeout'],
    ];
    expect(names(to_slow, beside, needing(['C33', 'C11']))).toEqual(['C33 unknown', 'C11 timeout']);
  });
  test('is nothing before the end, where no ticket is allowed, or where a question is not asked here', () => {
    expect(names(to_slow.slice(0, 3), [], needing(['C33']))).toEqual([]);
    expect(names(to_slow, [], needing(['C33'], 'no'))).toEqual([]);
    const hidden = needing(['C33', 'C99']);
    Object.assign(
      hidden.questions.find(({ id }) => id === 'C33')!,
      {
        when: 'SIS_NEEDS_PLUGIN',
        else_next: 'C34',
      },
    );
    expect(names(to_slow, [], hidden)).toEqual([]);
  });
  test('is asked again where the answer is none of the question’s', () => {
    expect(names(to_slow, [['C33', 'elsewhere']], needing(['C33']))).toEqual(['C33 open']);
    expect(besideFits(guide, [['C33', 'elsewhere']])).toBe(false);
    expect(besideFits(guide, [['C99', null]])).toBe(false);
    expect(
      besideFits(guide, [
        ['C33', null],
        ['C11', 'timeout'],
      ]),
    ).toBe(true);
  });
  test('keeps only what counts on this way', () => {
    const beside: Beside = [
      ['C31', 'yes'],
      ['C11', 'timeout'],
      ['C33', 'no'],
    ];
    expect(countedBeside(needing(['C31', 'C33']), to_slow, beside)).toEqual([['C33', 'no']]);
  });
});

describe('its ticket', () => {
  const told: Told = {
    ...{ answers: to_slow, beside: [], measured: null, message: '', urgent: false, phone: undefined },
    ...{ person: 'Maria Santos', school: { name: 'Alder', code: 'AA' }, time: 'Monday', lang: 'en' },
  };
  const own = { HELPDESK_URL: '', STATUS_URL: '' };
  const of = (more: Partial<Told>, lang: 'en' | 'fr' = 'en') =>
    ticketOf(speak(needing(['C33', 'C11']), own, lang), { ...told, ...more, lang })!.description;

  test('says what was answered beside the way, and what is still unknown', () => {
    const text = of({
      beside: [
        ['C33', 'no'],
        ['C11', null],
      ],
    });
    expect(text).toContain('Is it better? No, it is the same');
    expect(text).toMatch(/Not known yet, and needed to begin:\n\n- Type the address .* What happens\?$/);
    expect(of({}, 'fr')).toMatch(/Pas encore connu, et nécessaire pour commencer :\n\n- .*\n- .*$/);
  });
  test('says nothing of it where everything is known', () => {
    expect(
      of({
        beside: [
          ['C33', 'no'],
          ['C11', 'timeout'],
        ],
      }),
    ).not.toContain('Not known');
  });
  test('fills the answer into its subject', () => {
    const changed = needing(['C33']);
    changed.outcomes.find(({ id }) => id === 'O_SIS_SLOW')!.ticket.subject = { en: 'Cable: {C33}', fr: 'C' };
    const { subject } = ticketOf(speak(changed, own, 'en'), { ...told, beside: [['C33', 'no']] })!;
    expect(subject).toBe('Cable: No, it is the same');
  });
  test('leaves the code as it was: it holds the way only', () => {
    const coded = (of: typeof guide) => codeOf({ version: 1, number: numberOf(of, to_slow), mark: 7 });
    expect(coded(needing(['C33', 'C11']))).toBe(coded(guide));
  });
});
