import type { ClockWords } from './en.ts';

export const fr: ClockWords = {
  title: 'Promesse',
  why: 'Pourquoi',
  why_of: name => `Pourquoi : ${name}`,
  waited: 'Qui a fait attendre',
  failed: 'Les délais n’ont pas pu être chargés.',
  again: 'Réessayer',
  by_agreement: version => `Selon la version ${version} de l’entente`,
  goes_on: 'continue',
  recounting: 'Les délais promis sont recalculés',
  recounted: (done, total) => `${done} billets sur ${total}`,
};
