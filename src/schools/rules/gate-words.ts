import type { Words } from '#platform/schemas.ts';
import { wholeDay } from '#sla/rules/moments.ts';
import type { Fact } from './gate.ts';
import type { Standing } from './standing.ts';

/** What the gate says (process.json gates, `message`). */

/** The days that are planned (YYYY-MM-DD), as far as they are known. */
export interface Planned {
  stage1: string | null;
  training: string | null;
}

/** What is said to people of a school, as it stands; null where every door is open. */
export function messageOf({ trained, stage1, suspended }: Standing, planned: Planned): Words | null {
  if (suspended) return trained ? suspended_to_read : suspended_all;
  if (stage1 && trained) return null;
  if (stage1) return withDay(no_account, planned.training);
  return trained ? withDay(no_stage1, planned.stage1) : nothing_yet;
}

type Says = (day: Words) => Words;

const withDay = (says: { day: Says; open: Words }, day: string | null): Words =>
  day === null ? says.open : says.day({ en: wholeDay(day, 'en'), fr: wholeDay(day, 'fr') });

const nothing_yet: Words = {
  en: 'Your school joins at Stage 1. Here is what you can read now, and who plans your start.',
  fr: 'Votre école se joint à l’étape 1. Voici ce que vous pouvez lire dès maintenant, et qui prépare votre arrivée.',
};
const no_stage1 = {
  day: (day: Words) => ({
    en: `Your school is trained. Tickets open when your school enters Stage 1 on ${day.en}.`,
    fr: `Votre école est formée. Les billets s’ouvrent quand votre école entre à l’étape 1, le ${day.fr}.`,
  }),
  open: {
    en: 'Your school is trained. Tickets open when your school enters Stage 1.',
    fr: 'Votre école est formée. Les billets s’ouvrent quand votre école entre à l’étape 1.',
  },
};
const no_account = {
  day: (day: Words) => ({
    en: `Your school gets its account when the first week of training is done (${day.en}).`,
    fr: `Votre école reçoit son compte quand la première semaine de formation est terminée (${day.fr}).`,
  }),
  open: {
    en: 'Your school gets its account when the first week of training is done.',
    fr: 'Votre école reçoit son compte quand la première semaine de formation est terminée.',
  },
};
const suspended_to_read: Words = {
  en: 'Your school’s access is suspended. You can still read its tickets, and report an emergency.',
  fr: 'L’accès de votre école est suspendu. Vous pouvez encore lire ses billets et signaler une urgence.',
};
const suspended_all: Words = {
  en: 'Your school’s access is suspended. You can still report an emergency.',
  fr: 'L’accès de votre école est suspendu. Vous pouvez encore signaler une urgence.',
};

/** A missing fact, as what is still to happen. */
export const fact_words: Record<Fact, Words> = {
  trained: {
    en: 'Somebody of your school completes the first week of training.',
    fr: 'Une personne de votre école termine la première semaine de formation.',
  },
  stage1: { en: 'Your school enters Stage 1.', fr: 'Votre école entre à l’étape 1.' },
  not_suspended: { en: 'The suspension is lifted.', fr: 'La suspension est levée.' },
};

/** How a school stands, in a few words for the desk. */
export function standingWords({ trained, stage1, suspended }: Standing): Words {
  if (suspended) return { en: 'Suspended', fr: 'Suspendue' };
  if (trained && stage1) return { en: 'Open: trained and in Stage 1', fr: 'Ouverte : formée et à l’étape 1' };
  if (trained) return { en: 'Trained, not in Stage 1 yet', fr: 'Formée, pas encore à l’étape 1' };
  if (stage1) return { en: 'In Stage 1, not trained yet', fr: 'À l’étape 1, pas encore formée' };
  return { en: 'Neither trained nor in Stage 1', fr: 'Ni formée ni à l’étape 1' };
}

/** What that means for who opens tickets for it; null where nothing is shut. */
export function openingWords({ trained, stage1, suspended }: Standing): Words | null {
  if (suspended)
    return {
      en: 'Only privacy incidents are opened for it until the suspension is lifted.',
      fr: 'Seuls les incidents de confidentialité sont ouverts pour elle d’ici la levée de la suspension.',
    };
  if (trained && stage1) return null;
  if (trained)
    return {
      en: 'Only start-up questions and privacy incidents are opened for it until it enters Stage 1.',
      fr: 'Seules les questions de démarrage et les incidents de confidentialité sont ouverts d’ici l’étape 1.',
    };
  if (stage1)
    return {
      en: 'It has no account yet: the coordinator opens tickets for it.',
      fr: 'Elle n’a pas encore de compte : la coordination ouvre les billets pour elle.',
    };
  return {
    en: 'Only privacy incidents are opened for it until it is trained or enters Stage 1.',
    fr: 'Seuls les incidents de confidentialité sont ouverts tant qu’elle n’est ni formée ni à l’étape 1.',
  };
}
