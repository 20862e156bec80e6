import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { newSuggesting, type Question } from '../../src/knowledge/rules/suggesting/suggesting.ts';
import { diceOf, type Dice } from '../county/dice.ts';
import { messageOf, subjectOf } from '../county/words.ts';
import type { Evaluation } from './evaluation.ts';

/** What the index costs with so many tickets of made-up texts, a third of which tell what solved them. */
export interface Costs {
  tickets: number;
  build_s: number;
  memory_mb: number;
  /** In milliseconds, each: what was asked, and how long each time took. */
  took: Record<'articles' | 'alike' | 'put' | 'again', number[]>;
}

const rounds = 1_000;

const textOf = (dice: Dice) => messageOf(dice).text.slice(0, 200 + dice.below(700));
const ticketOf = (dice: Dice, id: number, articles: number) => ({
  id,
  title: subjectOf(dice),
  text: textOf(dice),
  solution: dice.chance(0.7) ? textOf(dice).slice(0, 200) : '',
  articles: dice.chance(1 / 3) ? [1 + dice.below(articles)] : [],
});

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What is held, in MB, after what nobody holds was collected. */
const heap = (): number => {
  for (let time = 0; time < 3; time++) collect();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 2 ** 20;
};

const timed = (work: () => void): number => {
  const begun = performance.now();
  work();
  return performance.now() - begun;
};

export function costsOf({ articles, tickets: written }: Evaluation, tickets: number): Costs {
  const dice = diceOf(tickets);
  const before = heap();
  const suggesting = newSuggesting();
  for (const article of articles) suggesting.putArticle(article);
  let building = 0;
  for (let id = 1; id <= tickets; id++) {
    const ticket = ticketOf(dice, id, articles.length);
    building += timed(() => suggesting.putTicket(ticket));
  }
  const memory_mb = heap() - before;
  // Half are asked in the words of the tickets that the index holds, half in a school's.
  const questions = Array.from({ length: rounds }, (_, at): Question =>
    at % 2 ? written[at % written.length]! : { title: subjectOf(dice), text: textOf(dice) },
  );
  const took: Costs['took'] = { articles: [], alike: [], put: [], again: [] };
  for (const question of questions) suggesting.articlesFor(question, { limit: 5 });
  questions.forEach((question, at) => {
    const fresh = ticketOf(dice, tickets + 1 + at, articles.length);
    took.articles.push(timed(() => suggesting.articlesFor(question, { limit: 5 })));
    took.alike.push(timed(() => suggesting.ticketsLike(question, { limit: 5, may: id => id % 200 === 0 })));
    took.put.push(timed(() => suggesting.putTicket(fresh)));
  });
  for (let at = 0; at < rounds; at++) {
    const again = ticketOf(dice, 1 + dice.below(tickets), articles.length);
    took.again.push(timed(() => suggesting.putTicket(again)));
  }
  return { tickets, build_s: building / 1000, memory_mb, took };
}
