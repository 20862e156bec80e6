import type { CustomFieldWords } from './en.ts';

export const fr: CustomFieldWords = {
  choose: 'Choisir…',
  inside: 'bureau seulement',
  filled_in: 'Ce qui a été rempli',
  use_template: name => `Utiliser le formulaire « ${name} »`,
  undo: 'Annuler',
  used_template: name => `« ${name} » est rempli. Ce que vous aviez écrit est resté.`,
};
