import type { ResolutionCode } from './lifecycle.ts';
import type { Words } from '#platform/schemas.ts';

/** S16: what is handed back to a school says what to do next, never just "not ours". */

export const next_step: Words = { en: 'Next step', fr: 'Prochaine étape' };

/** How a ticket ends whose work is the school's. */
export const hands_back: ResolutionCode = 'advice_school_responsibility';

const said = /^[\s*_>#-]*(?:next step|prochaine étape)[\s*_]*:(?<step>[^]*)$/imu;

/** Whether a text names a next step: a line that begins with these words, and at least two words after them. */
export const saysNextStep = (text: string): boolean =>
  (said.exec(text.normalize('NFC'))?.groups?.['step']?.match(/[\p{L}\p{N}]+/gu) ?? []).length >= 2;

/** Whether a move hands the ticket back without one: what is not written yet is asked for elsewhere. */
export const lacksNextStep = ({
  resolution_code,
  answer,
}: {
  resolution_code?: string | undefined;
  answer?: string | undefined;
}): boolean => resolution_code === hands_back && answer !== undefined && !saysNextStep(answer);

/** A text that hands back, with its next step. */
export const withNextStep = (text: string, step: string, lang: 'en' | 'fr'): string =>
  `${text}\n\n**${next_step[lang]}${{ en: ':', fr: ' :' }[lang]}** ${step}`;

export const no_next_step: Words = {
  en: 'This hands the ticket back to the school: say what it does next, in a line that begins with “Next step:”.',
  fr: 'Ceci rend le billet à l’école : dites ce qu’elle fait ensuite, dans une ligne qui commence par « Prochaine étape : ».',
};
