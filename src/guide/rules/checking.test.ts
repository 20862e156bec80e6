import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { troublesOf } from './checking.ts';
import { compare } from './comparing.ts';
import { firstGuide } from './first/first.ts';
import { anyGuide } from '#testing/guides.ts';
import { setGuide } from '#testing/set-guide.ts';
import type { Guide } from './guide.ts';

const kinds = (guide: Guide) => troublesOf(guide).map(({ kind, at }) => `${kind} ${at}`);
const changed = (change: (guide: Guide) => void, guide = setGuide()): Guide => {
  const copy = structuredClone(guide);
  change(copy);
  return copy;
};
const title = (id: string) => firstGuide().outcomes.find(each => each.id === id)!.title.en;
const question = (guide: Guide, id: string) => guide.questions.find(each => each.id === id)!;

describe('the first guide', () => {
  test('lacks nothing but what only its consortium knows', () => {
    expect(kinds(firstGuide())).toEqual(['unset SIS_URL', 'unset SIS_HOST', 'unset HELPDESK_PHONE']);
    expect(troublesOf(setGuide())).toEqual([]);
  });
});

describe('what is wrong with a guide is told with its place', () => {
  const wrong: [what: string, change: (guide: Guide) => void, told: string[]][] = [
    [
      'an answer that leads nowhere',
      guide => (question(guide, 'C34').answers[0]!.next = 'C99'),
      ['dead_end C34'],
    ],
    ['a question without answers', guide => (question(guide, 'C06').answers = []), ['dead_end C06']],
    [
      'a hidden question with no way past it',
      guide => delete question(guide, 'C23').else_next,
      ['dead_end C23'],
    ],
    ['a beginning that is not there', guide => (guide.start = 'C00'), ['dead_end C00']],
    ['a ring', guide => (question(guide, 'C34').answers[1]!.next = 'C02'), ['cycle C02', 'unreached C35']],
    ['two of a name', guide => (question(guide, 'C34').id = 'C35'), ['twice C35']],
    [
      'a question that no answer leads to',
      guide => void guide.questions.push({ ...question(guide, 'C34'), id: 'C36' }),
      ['unreached C36'],
    ],
    ['a variable without a value', guide => (guide.variables.SIS_NAME = ''), ['unset SIS_NAME']],
    ['an example', guide => (guide.variables.SIS_HOST = 'sis.example.invalid'), ['unset SIS_HOST']],
    ['a text without French', guide => (question(guide, 'C30').why.fr = ' '), ['missing C30']],
    ['a name that nobody fills in', guide => (question(guide, 'C30').why.en += ' {SIS}'), ['unknown C30']],
    ['a group that is not there', guide => (question(guide, 'C30').group = 'X'), ['unknown C30']],
    ['a condition that is no variable', guide => (question(guide, 'C23').when = 'SIS'), ['unknown C23']],
    [
      'a measurement that picks no answer of the question',
      guide => (question(guide, 'C05').auto_check!.maps['online'] = 'gone'),
      ['unknown C05'],
    ],
    [
      'a ticket without a subject',
      guide => delete guide.outcomes.find(({ id }) => id === 'O_DNS')!.ticket.subject,
      ['missing O_DNS'],
    ],
  ];
  test.each(wrong)('%s', (_, change, told) => {
    expect(kinds(changed(change))).toEqual(expect.arrayContaining(told));
  });

  test('in words: which step, which answer, which walk, in which language', () => {
    const guide = changed(each => {
      question(each, 'C30').howto[1]!.fr = ' ';
      question(each, 'C30').answers[0]!.label.en = '';
      each.walks.push({ ...each.walks[0]!, name: { en: 'Kept', fr: '' } });
    });
    expect(troublesOf(guide).map(({ at, words }) => `${at}: ${words.en}`)).toEqual([
      'C30: Missing in French: step 2.',
      'C30: Missing in English: answer 1.',
      `walks: Missing in French: the name of walk ${guide.walks.length}.`,
    ]);
  });

  test('a walk that is over before all of its answers are given', () => {
    const guide = changed(each => each.walks[0]!.answers.push(['C34', 'no']));
    expect(troublesOf(guide).map(({ words }) => words.en)).toEqual([
      `It ends at “${title(guide.walks[0]!.outcome)}” before all of its answers are given.`,
    ]);
  });

  test('a walk that ends elsewhere than it should', () => {
    const guide = changed(each => (question(each, 'C20').answers[0]!.next = 'O_PC_CERT'));
    expect(troublesOf(guide).find(({ kind }) => kind === 'walk')?.words.en).toBe(
      `It ends at “${title('O_PC_CERT')}”, and not at “${title('O_FIXED_CLOCK')}”.`,
    );
  });

  test('and a guide that leads somewhere by every answer has none', () => {
    fc.assert(
      fc.property(anyGuide, guide => {
        expect(troublesOf(guide)).toEqual([]);
      }),
    );
  });

  test('whatever answer of whatever guide leads back to the beginning', () => {
    fc.assert(
      fc.property(anyGuide, fc.nat(), (guide, which) => {
        const turned = changed(each => {
          const ask = each.questions[which % each.questions.length]!;
          ask.answers.push({ id: 'back', label: { en: 'Back', fr: 'Retour' }, next: each.start });
        }, guide);
        expect(troublesOf(turned).some(({ kind }) => kind === 'cycle')).toBe(true);
      }),
    );
  });
});

describe('two versions compared', () => {
  test('the same have no difference', () => {
    expect(compare(setGuide(), setGuide(), 'en')).toEqual([]);
  });

  test('say what was added, removed and changed, part by part', () => {
    const after = changed(guide => {
      guide.variables.SIS_PORTS = [443, 8443];
      question(guide, 'C34').answers[0]!.label.en = 'Nothing prints';
      question(guide, 'C34').why.fr = 'Pour savoir.';
      guide.questions = guide.questions.filter(({ id }) => id !== 'C35');
      guide.outcomes.push({ ...guide.outcomes[0]!, id: 'O_NEW' });
    });
    const found = compare(setGuide(), after, 'en');
    expect(found[3]!.called).toBe(title(setGuide().outcomes[0]!.id));
    expect(found.map(({ what, id, kind }) => `${kind} ${what} ${id}`)).toEqual([
      'changed variable SIS_PORTS',
      'changed question C34',
      'removed question C35',
      'added outcome O_NEW',
    ]);
    expect(found[1]!.parts).toEqual([
      {
        part: 'why.fr',
        from: 'Cela distingue une faute de l’imprimante d’une faute du rapport.',
        to: 'Pour savoir.',
      },
      { part: 'answers.no.label', from: 'No, nothing prints', to: 'Nothing prints' },
    ]);
  });

  test('say that questions, and parts, stand in another order, and not that one went', () => {
    const turned = changed(guide => void guide.questions.reverse());
    const less = changed(guide => (guide.questions = guide.questions.filter(({ id }) => id !== 'C35')));
    const orders = (after: Guide) =>
      compare(setGuide(), after, 'en').flatMap(({ what, parts }) =>
        what === 'guide' ? parts.map(({ part }) => part) : [],
      );
    expect(orders(turned)).toEqual(['order']);
    expect(orders(changed(guide => void guide.groups.reverse()))).toEqual(['order']);
    expect(orders(less)).toEqual([]);
  });

  test('say where an answer leads by its words', () => {
    const after = changed(guide => (question(guide, 'C20').answers[0]!.next = 'O_PC_CERT'));
    const [{ parts } = { parts: [] }] = compare(setGuide(), after, 'en');
    expect(parts.map(({ from, to }) => [from, to])).toEqual([[title('O_FIXED_CLOCK'), title('O_PC_CERT')]]);
  });
});
