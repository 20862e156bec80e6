import { says } from './looking.ts';
import type { Answers } from './use.ts';

/** Which article did it for a ticket: what can be marked, and what one key marks. Knows no library. */

type Known = Pick<Answers, 'marked' | 'likely' | 'confident'>;

/** The articles of which it is said how they ended: that one was sent says nothing yet. */
export const endedIn = ({ marked }: Pick<Known, 'marked'>): ReadonlySet<number> =>
  new Set(
    marked.flatMap(({ kind, article }) =>
      article && (kind === 'solved' || kind === 'wrong') ? article.id : [],
    ),
  );

/** The articles that were sent, of which nothing more is said yet. */
export function sentIn({ marked }: Pick<Known, 'marked'>): number[] {
  const ended = endedIn({ marked });
  const sent = marked.flatMap(({ kind, article }) =>
    article && kind === 'sent' && !ended.has(article.id) ? article.id : [],
  );
  return [...new Set(sent)];
}

/** The one that solved it, as far as can be told without asking: what was sent; else what is likely and certainly so. */
export function obvious(answers: Known): { id: number; title: string } | undefined {
  if (answers.marked.some(({ kind }) => kind === 'solved' || kind === 'missing')) return undefined;
  const sent = sentIn(answers);
  if (sent.length > 0)
    return sent.length === 1
      ? answers.marked.find(({ article }) => article?.id === sent[0])!.article!
      : undefined;
  const [first] = answers.likely;
  return answers.confident && first && !endedIn(answers).has(first.id) ? first : undefined;
}

const most_offers = 6;
/** How near to the best an article must be ranked to be offered. */
const near_enough = 0.4;

interface Article {
  id: number;
  title: string;
}

/** What is offered for typed words: whose title has them, then what is ranked near the best, then whose sentence has them. */
export function offersFor<T extends Article>(
  typed: string,
  articles: readonly (T & { sentence: string })[],
  ranked: readonly (T & { score: number })[],
  but: ReadonlySet<number>,
): T[] {
  const has = (summary: (each: T & { sentence: string }) => string) =>
    articles.filter(each => says({ title: each.title, summary: summary(each) }, typed));
  const best = ranked[0]?.score ?? 0;
  const near = ranked.filter(({ score }) => score > 0 && score >= near_enough * best);
  const found = new Map<number, T>();
  for (const each of [...has(() => ''), ...near, ...has(({ sentence }) => sentence)])
    if (!but.has(each.id) && !found.has(each.id)) found.set(each.id, each);
  return [...found.values()].slice(0, most_offers);
}
