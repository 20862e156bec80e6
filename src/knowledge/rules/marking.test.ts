import { describe, expect, test } from 'vitest';
import { endedIn, obvious, offersFor, sentIn } from './marking.ts';
import type { Answers } from './use.ts';

type Mark = Answers['marked'][number];
const mark = (kind: Mark['kind'], id?: number): Mark => ({
  ...{ id: 1, kind, by: 'Maya Chen', mine: true, at: { at: '', words: '', full: '' } as never },
  article: id === undefined ? null : { id, title: `Article ${id}`, version: 1 },
});
const article = (id: number) => ({
  ...{ id, title: `Article ${id}`, sentence: '', score: 1, lang: 'en' },
  audience: 'schools' as const,
});
const known = (marked: Mark[], likely: number[] = [], confident = true) => ({
  ...{ marked, confident },
  likely: likely.map(article),
});

test('what was sent can still be marked; what solved it or was wrong is said', () => {
  const { marked } = known([
    mark('sent', 1),
    mark('sent', 2),
    mark('sent', 2),
    mark('wrong', 2),
    mark('solved', 3),
  ]);
  expect([...endedIn({ marked })]).toEqual([2, 3]);
  expect(sentIn({ marked })).toEqual([1]);
});

describe('one key marks', () => {
  test.each([
    ['the one that was sent', known([mark('sent', 4)], [1, 2]), 4],
    ['the one that was sent twice', known([mark('sent', 4), mark('sent', 4)]), 4],
    ['none of two that were sent', known([mark('sent', 4), mark('sent', 5)], [1]), undefined],
    ['the one of two that was not wrong', known([mark('sent', 4), mark('sent', 5), mark('wrong', 5)]), 4],
    ['the first that is likely and confident', known([], [1, 2]), 1],
    ['nothing that is only near', known([], [1, 2], false), undefined],
    ['no second one where the first was wrong', known([mark('wrong', 1)], [1, 2]), undefined],
    ['nothing more once something solved it', known([mark('sent', 4), mark('solved', 1)], [2]), undefined],
    ['nothing where an article is missing', known([mark('missing')], [1]), undefined],
    ['nothing where there is nothing', known([]), undefined],
  ] as const)('%s', (_, answers, id) => expect(obvious(answers)?.id).toBe(id));
});

describe('what is offered', () => {
  const articles = ['Record a late arrival', 'Print report cards', 'Élèves en retard'].map((title, at) => ({
    ...{ id: at + 1, title, sentence: at === 1 ? 'Choose the late term.' : '' },
  }));
  const ranked = (...scores: [id: number, score: number][]) =>
    scores.map(([id, score]) => ({ id, title: `Ranked ${id}`, score }));
  const ids = (...given: Parameters<typeof offersFor>) => offersFor(...given).map(({ id }) => id);

  test('first whose title has the words, by their beginnings and without accents', () => {
    expect(ids('lat arr', articles, [], new Set())).toEqual([1]);
    expect(ids('eleves', articles, [], new Set())).toEqual([3]);
    expect(ids('late', articles, ranked([9, 10], [8, 5], [7, 1]), new Set())).toEqual([1, 9, 8, 2]);
  });

  test('nothing of which it is said how it ended, each once, and at most six', () => {
    expect(ids('late', articles, ranked([1, 10], [9, 9]), new Set([9]))).toEqual([1, 2]);
    const many = ranked(...Array.from({ length: 9 }, (_, at) => [at + 10, 10] as [number, number]));
    expect(ids('late', articles, many, new Set())).toHaveLength(6);
    expect(ids('zzz', articles, ranked([9, 0]), new Set())).toEqual([]);
  });
});
