import type { EnvironmentWords } from './en.ts';

export const fr: EnvironmentWords = {
  send: 'Envoyer aussi avec quoi vous travaillez :',
  page: path => `page ${path}`,
  sent_with: 'Envoyé avec',
  browser: 'Navigateur',
  system: 'Système',
  asked_on: 'Demandé depuis',
};
