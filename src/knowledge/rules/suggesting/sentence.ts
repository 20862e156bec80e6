import type { Question } from './asked.ts';
import { plainOf } from './plain.ts';
import { school_synonyms } from './synonyms.ts';
import { langOf, termsOf } from './terms.ts';

const longest = 300;
const heading = /^ {0,3}#{1,6} .*$/gm;
/** Where a sentence ends: at its stop, with what closes it, or with its line. */
const ends = /(?<=[.!?…][”"»)]?)\s+(?=[\p{Lu}\p{N}“"«(])|\n+/u;

const cut = (text: string): string =>
  text.length <= longest
    ? text
    : `${text
        .slice(0, text.lastIndexOf(' ', longest) + 1 || longest)
        .trimEnd()
        .toWellFormed()} …`;

const sentencesOf = (text: string): string[] =>
  plainOf(text)
    .split(ends)
    .map(each => each.trim())
    .filter(each => /\p{L}/u.test(each));

/**
 * The sentence of a text that answers a question best, without marks; the first when none has a word of it. A word counts
 * the more, the fewer sentences have it, and long sentences must have more. Headings answer only where nothing else stands.
 */
export function sentenceFor(body: string, question: Question): string {
  const under = sentencesOf(body.replace(heading, ''));
  const sentences = under.length > 0 ? under : sentencesOf(body);
  const lang = langOf(body);
  const terms = sentences.map(sentence => new Set(termsOf(sentence, lang)));
  const asked = termsOf(`${question.title}\n${question.text}`);
  const weights = new Map([...school_synonyms(asked), ...asked.map(word => [word, 1] as const)]);
  for (const [word, weight] of weights)
    weights.set(
      word,
      weight * Math.log(1 + sentences.length / (1 + terms.filter(has => has.has(word)).length)),
    );
  const scores = terms.map(
    has => [...has].reduce((sum, word) => sum + (weights.get(word) ?? 0), 0) / Math.sqrt(8 + has.size),
  );
  return cut(sentences[scores.indexOf(Math.max(...scores))] ?? '');
}
