import { readFileSync } from 'node:fs';
import { readArticles } from '#testing/demo-articles.ts';
import type { ArticleText } from '../../src/knowledge/rules/suggesting/suggesting.ts';

/** What suggestions are measured with: the demo town's articles, and tickets of which it is known what solved them. */

export interface Written {
  id: number;
  set: 'train' | 'dev' | 'test';
  lang: 'en' | 'fr';
  title: string;
  text: string;
  solution: string;
  /** Ids of the articles that solved it; none when no article covers it. */
  articles: number[];
}

export interface Evaluation {
  articles: ArticleText[];
  tickets: Written[];
}

const tickets_file = 'benchmarks/suggesting/tickets.jsonl';

/** Read from the project's folder. */
export async function readEvaluation(): Promise<Evaluation> {
  const demo = await readArticles();
  const names = demo.map(({ external_id }) => external_id);
  const articles = demo.map(({ title, summary, body, lang }, at) => ({
    ...{ id: at + 1, title, lang },
    body: `${summary}\n\n${body}`,
  }));
  const lines = readFileSync(tickets_file, 'utf8').trim().split('\n');
  const tickets = lines.map((line, at) => {
    const ticket = JSON.parse(line) as Omit<Written, 'id' | 'articles'> & { articles: string[] };
    return { ...ticket, id: at + 1, articles: ticket.articles.map(name => idOf(name, names)) };
  });
  return { articles, tickets };
}

function idOf(name: string, names: readonly string[]): number {
  if (!names.includes(name)) throw new Error(`a ticket was solved by ${name}, which is no article`);
  return names.indexOf(name) + 1;
}
