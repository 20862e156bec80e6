import type { Words } from '#platform/schemas.ts';
import { synonym_limits as limits } from './limits.ts';
import { isStopWord } from './suggesting/stop-words.ts';
import { termsOf, wordsOf } from './suggesting/terms.ts';

/** What groups of words that mean the same may be, so that each word has one meaning. */

type Group = readonly string[];

const namesOf = (group: Group) => group.join(', ');

/** As a word is compared: as it stands, and by its stem in each language. */
const waysOf = (phrase: string): string[] => [
  `= ${wordsOf(phrase).join(' ')}`,
  `en ${termsOf(phrase, 'en').join(' ')}`,
  `fr ${termsOf(phrase, 'fr').join(' ')}`,
];
const tellingIn = (phrase: string) => wordsOf(phrase).filter(word => !isStopWord(word));

/** What is wrong with these groups, in a sentence that says which word; undefined when nothing is. */
export function faultIn(groups: readonly Group[]): Words | undefined {
  const taken = new Map<string, Group>();
  for (const group of groups) {
    const here = new Set<string>();
    for (const phrase of group) {
      const telling = tellingIn(phrase).length;
      if (telling === 0) return says_nothing(phrase);
      if (telling > limits.words) return too_long(phrase);
      const ways = waysOf(phrase);
      if (here.has(ways[0]!)) return twice(phrase);
      const other = ways.map(way => taken.get(way)).find(Boolean);
      if (other) return in_two(phrase, other);
      here.add(ways[0]!);
    }
    for (const way of group.flatMap(waysOf)) taken.set(way, group);
  }
  return undefined;
}

const says_nothing = (phrase: string): Words => ({
  en: `“${phrase}” is no word that is searched for: small words such as “the” are left out of every search.`,
  fr: `« ${phrase} » n’est pas un mot que l’on cherche : les petits mots comme « le » sont écartés de toute recherche.`,
});
const too_long = (phrase: string): Words => ({
  en: `“${phrase}” has more than ${limits.words} words, small ones not counted. Write a shorter phrase.`,
  fr: `« ${phrase} » a plus de ${limits.words} mots, sans compter les petits. Écrivez une expression plus courte.`,
});
const twice = (phrase: string): Words => ({
  en: `“${phrase}” stands in the group twice.`,
  fr: `« ${phrase} » figure deux fois dans le groupe.`,
});
const in_two = (phrase: string, other: Group): Words => ({
  en: `“${phrase}” stands in another group already: ${namesOf(other)}. A word is in one group only: put the others there, or take it out.`,
  fr: `« ${phrase} » figure déjà dans un autre groupe : ${namesOf(other)}. Un mot n’est que dans un groupe : ajoutez-y les autres, ou retirez-le.`,
});
