import { expect, test } from 'vitest';
import { saysNextStep, withNextStep } from './next-step.ts';

test.each([
  ['This is the school’s.\n\nNext step: ask your technician.', true],
  ['This is the school’s.\n\n**Next step:** ask your technician.', true],
  ['Cela revient à l’école.\n\n**Prochaine étape :** appelez votre fournisseur.', true],
  ['Next step:\n\n1. Restart the box\n2. Call them', true],
  ['prochaine étape : demandez-le', true],
  ['This is not ours.', false],
  ['Next step:', false],
  ['**Next step:** …', false],
  ['**Next step:** none', false],
  ['The next step is yours: good luck with it', false],
  ['', false],
])('%j names a next step: %s', (text, names) => {
  expect(saysNextStep(text)).toBe(names);
});

test('what is put together names it, in both languages', () => {
  for (const lang of ['en', 'fr'] as const)
    expect(saysNextStep(withNextStep('It is yours.', 'Ask your technician.', lang))).toBe(true);
});
