import type { Lang } from '#platform/schemas.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import { signedData, type Terms } from '../terms.ts';

/** What a signature is of, to the letter: the text of one language, then the data. Its SHA-256 is what is kept. */
export interface Content {
  version: number;
  effective_on: string;
  lang: Lang;
  document: string;
  terms: Terms;
  hours: DeskTime;
}

export const contentOf = ({ version, effective_on, lang, document, terms, hours }: Content): string =>
  [
    `version ${version}, effective from ${effective_on} (${lang})`,
    document.trim(),
    signedData(terms, hours),
    '',
  ].join('\n\n');
