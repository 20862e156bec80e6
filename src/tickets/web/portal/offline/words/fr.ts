import type { LineWords } from './en.ts';

export const fr: LineWords = {
  as_of: time => `Ce que vous voyez date du ${time}.`,
  call: 'Par téléphone :',
  emergency: 'Numéros d’urgence',
  guide: 'Pourquoi la connexion ne va-t-elle pas?',
};
