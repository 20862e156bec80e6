import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyGuide } from '#testing/guides.ts';
import { setGuide } from '#testing/set-guide.ts';
import { outlineOf } from './outline.ts';

test('every question stands in the outline once with what is under it, and every answer is a line', () => {
  fc.assert(
    fc.property(anyGuide, guide => {
      const lines = outlineOf(guide);
      const first = lines.filter(({ kind, seen }) => kind === 'question' && !seen).map(({ id }) => id);
      expect(first.toSorted()).toEqual(guide.questions.map(({ id }) => id).toSorted());
      const answers = guide.questions.reduce((sum, { answers: each }) => sum + each.length, 0);
      expect(lines.filter(({ by }) => by !== null)).toHaveLength(answers);
    }),
  );
});

test('a ring ends where it comes round, and what leads nowhere says so', () => {
  const guide = setGuide();
  guide.questions.find(({ id }) => id === 'C34')!.answers = [
    { id: 'ring', label: { en: 'Back', fr: 'Retour' }, next: 'C02' },
    { id: 'off', label: { en: 'Off', fr: 'Dehors' }, next: 'C99' },
  ];
  const under = outlineOf(guide).filter(({ by }) => by === 'ring' || by === 'off');
  expect(under.map(({ id, kind, seen }) => [id, kind, seen])).toEqual([
    ['C02', 'question', true],
    ['C99', 'nothing', false],
  ]);
  // C35 is reached by nothing now, so it stands at the end, by itself.
  expect(
    outlineOf(guide)
      .filter(({ depth }) => depth === 0)
      .map(({ id }) => id),
  ).toEqual(['C01', 'C35']);
});
