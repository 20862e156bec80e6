import { bagOf } from '../../src/knowledge/rules/suggesting/bags.ts';
import { newPostings } from '../../src/knowledge/rules/suggesting/postings.ts';
import type { ArticleText } from '../../src/knowledge/rules/suggesting/suggesting.ts';
import { termsOf } from '../../src/knowledge/rules/suggesting/terms.ts';
import type { Ranking } from './quality.ts';

/** Simpler ways to rank, which ours is compared with. */

const ranked = (scores: ReadonlyMap<number, number>): number[] =>
  [...scores].sort(([, one], [, other]) => other - one).map(([id]) => id);

/** BM25 as textbooks have it: title and text are one, `k1` 1.2, `b` 0.75. */
export function plainBm25(articles: readonly ArticleText[]): Ranking {
  const postings = newPostings({ k1: 1.2, b: 0.75 });
  for (const { id, title, body, lang } of articles)
    postings.put(id, bagOf(termsOf(title, lang), termsOf(body, lang), 1));
  return ({ title, text }) => {
    const scores = new Map<number, number>();
    postings.find(bagOf(termsOf(title), termsOf(text), 1), (id, score) => scores.set(id, score));
    return ranked(scores);
  };
}

/** Words joined by OR, as a database ranks them: how often an article has them, whatever their rarity, for its length. */
export function anyWord(articles: readonly ArticleText[]): Ranking {
  const kept = articles.map(({ id, title, body, lang }) => {
    const terms = termsOf(`${title}\n${body}`, lang);
    return { id, bag: bagOf(terms, [], 1), length: terms.length };
  });
  return ({ title, text }) => {
    const asked = new Set([...termsOf(title), ...termsOf(text)]);
    const scoreOf = ({ bag, length }: (typeof kept)[number]) =>
      [...asked].reduce((sum, word) => sum + (bag.get(word) ?? 0), 0) / (1 + Math.log(1 + length));
    return ranked(new Map(kept.map(each => [each.id, scoreOf(each)])));
  };
}
