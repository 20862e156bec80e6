import type { Lang, Words } from '#platform/schemas.ts';
import { kinds, type RightKind } from './kinds.ts';
import type { Action } from './life.ts';

/** What a right is called: its kind, or what was asked for in words; and the subjects of its tickets. */

interface Called {
  kind: RightKind;
  words: string | null;
}

export const calledIn = ({ kind, words }: Called, lang: Lang): string =>
  kind === 'something_else' && words !== null ? words : kinds[kind].name[lang];

const actions: Record<Action, (right: string, holder: string) => Words> = {
  add: (right, holder) => ({ en: `Give ${holder}: ${right}`, fr: `Accorder à ${holder} : ${right}` }),
  change: (right, holder) => ({
    en: `Change for ${holder}: ${right}`,
    fr: `Modifier pour ${holder} : ${right}`,
  }),
  remove: (right, holder) => ({ en: `Take from ${holder}: ${right}`, fr: `Retirer à ${holder} : ${right}` }),
};

/** A subject of one line, as long as one may be. */
const cut = (text: string): string => (text.length > 200 ? `${text.slice(0, 199)}…` : text);

export const subjectOf = (action: Action, right: Called, holder: string, lang: Lang): string =>
  cut(actions[action](calledIn(right, lang), holder)[lang]);

/** Of the ticket by which the software asks: keep or let go? */
export const endingSubject = (right: Called, holder: string, lang: Lang): string => {
  const name = calledIn(right, lang);
  return cut(
    { en: `Keep or let go? ${name}, ${holder}`, fr: `Garder ou laisser aller? ${name}, ${holder}` }[lang],
  );
};
