import type { Words } from '#platform/schemas.ts';

/** What is wrong with a field's value, for a person. */

const days = (ahead: number): Words => {
  if (ahead === 0) return { en: 'today', fr: 'aujourd’hui' };
  const count = Math.abs(ahead);
  return ahead > 0
    ? { en: `${count} days from today`, fr: `dans ${count} jours` }
    : { en: `${count} days ago`, fr: `il y a ${count} jours` };
};

export const sentences = {
  not_here: { en: 'There is no such field on this ticket.', fr: 'Ce billet n’a pas ce champ.' },
  needed: { en: 'This is needed.', fr: 'Ce champ est requis.' },
  text: { en: 'Must be text.', fr: 'Doit être du texte.' },
  one_line: { en: 'Must be a single line.', fr: 'Doit tenir sur une seule ligne.' },
  longest: (most: number): Words => ({
    en: `At most ${most} characters.`,
    fr: `Au plus ${most} caractères.`,
  }),
  number: { en: 'Must be a number.', fr: 'Doit être un nombre.' },
  whole: { en: 'Must be a whole number.', fr: 'Doit être un nombre entier.' },
  least: (least: number): Words => ({ en: `At least ${least}.`, fr: `Au moins ${least}.` }),
  most: (most: number): Words => ({ en: `At most ${most}.`, fr: `Au plus ${most}.` }),
  choice: { en: 'Choose one of the answers.', fr: 'Choisissez une des réponses.' },
  date: {
    en: 'Must be a date, such as 2026-11-30.',
    fr: 'Doit être une date, par exemple 2026-11-30.',
  },
  earliest: (day: number): Words => ({
    en: `Not before ${days(day).en}.`,
    fr: `Pas avant : ${days(day).fr}.`,
  }),
  latest: (day: number): Words => ({ en: `Not after ${days(day).en}.`, fr: `Pas après : ${days(day).fr}.` }),
  tick: { en: 'Must be ticked or left empty.', fr: 'Doit être coché ou laissé vide.' },
  person: { en: 'Choose a person of the school.', fr: 'Choisissez une personne de l’école.' },
} as const;
