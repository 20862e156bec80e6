import { askedOf, type Question } from '#knowledge/rules/suggesting/asked.ts';
import type { Synonyms } from '#knowledge/rules/suggesting/synonyms.ts';
import { termsOf } from '#knowledge/rules/suggesting/terms.ts';
import type { Lang } from '#platform/schemas.ts';

/** Which known problem somebody is writing of: its own words against hers, by the stems and other names of suggestions. */

interface Text {
  lang: Lang;
  title: string;
  text: string;
}

const in_text = 0.4;
/** So many of her own words must be in it, or what the group calls them too: one word alone is what many problems share. */
const fewest = 2;
/** And so much of what its title says, or of what she says, whichever is shorter. */
const enough = 0.5;

const nothing_else: Synonyms = () => new Map();

/** How well a problem fits what is typed, from 0; from 0.5 on it is worth a look. `called`: what else the group calls things. */
export function fitOf({ lang, title, text }: Text, question: Question, called = nothing_else): number {
  const asked = askedOf(question, called);
  const inTitle = new Set(termsOf(title, lang));
  const inText = new Set(termsOf(text, lang));
  const there = (term: string) => inTitle.has(term) || inText.has(term);
  const own = [...asked.own.keys()].filter(term => there(term) || [...called([term]).keys()].some(there));
  let fit = 0;
  for (const [term, weight] of asked.words[lang]) {
    const place = inTitle.has(term) ? 1 : inText.has(term) ? in_text : 0;
    if (place === 0) continue;
    fit += place * Math.min(1, weight);
  }
  return own.length < fewest ? 0 : fit / Math.max(fewest, Math.min(inTitle.size, asked.own.size));
}

/** The one that fits best, if any does; of two that fit alike, the first. */
export function matchOf<T extends Text>(
  problems: readonly T[],
  question: Question,
  called = nothing_else,
): T | undefined {
  let best: T | undefined;
  let most = 0;
  for (const problem of problems) {
    const fit = fitOf(problem, question, called);
    if (fit >= enough && fit > most) [best, most] = [problem, fit];
  }
  return best;
}
