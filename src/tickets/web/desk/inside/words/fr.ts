import type { InsideWords } from './en.ts';

export const fr: InsideWords = {
  open_inside: 'Nouveau billet interne à la suite de celui-ci',
  tell_school: 'En parler à l’école : un nouveau billet à la suite de celui-ci',
};
