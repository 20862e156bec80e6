import type { LineWords } from './en.ts';

export const fr: LineWords = {
  as_of: time => `Ce que vous voyez date du ${time}.`,
  call: 'Par téléphone :',
  guide: 'Pourquoi la connexion ne va-t-elle pas?',
};
