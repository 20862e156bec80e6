import type { Lang } from '#platform/schemas.ts';

/** Times and shares that are typed into a text by hand: they may come to contradict the data. */

const numbers = {
  en: 'one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|ninety',
  fr: 'une?|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|douze|quinze|vingt|trente|quatre-vingt-dix',
};
const units = {
  en: '%|percent|min(?:ute)?s?|h|hours?|(?:(?:business|working|school|calendar) )?days?|weeks?|months?',
  fr: '%|pour cent|min(?:ute)?s?|h|heures?|jours?(?: (?:ouvrables|d’école|scolaires))?|semaines?|mois',
};
const typed = (lang: Lang) =>
  new RegExp(
    String.raw`(?<![\p{L}\p{N}.,])(?:\d+(?:[.,]\d+)?|${numbers[lang]})[\s-]*(?:${units[lang]})(?![\p{L}\p{N}])`,
    'giu',
  );

/** Each promise of a time that is typed in a text, once, as it is written: "4 hours", "90 %". */
export const typedTimes = (text: string, lang: Lang): string[] => [
  ...new Set([...text.matchAll(typed(lang))].map(([found]) => found)),
];
