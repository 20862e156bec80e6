import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
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

const articles_folder = 'demo/articles';
const tickets_file = 'benchmarks/suggesting/tickets.jsonl';

/** An article's file: what is known of it in YAML between two lines of dashes, then its text. */
function articleOf(text: string): Omit<ArticleText, 'id'> {
  const [, head, body] = /^---\n(.*?)\n---\n(.*)$/s.exec(text) ?? [];
  if (head === undefined || body === undefined) throw new Error('an article without its head');
  const { title, summary, lang } = parse(head) as { title: string; summary: string; lang: 'en' | 'fr' };
  return { title, body: `${summary}\n\n${body}`, lang };
}

/** Read from the project's folder. */
export function readEvaluation(folder = process.cwd()): Evaluation {
  const files = readdirSync(join(folder, articles_folder)).filter(name => name.endsWith('.md'));
  const names = files.map(name => name.slice(0, -'.md'.length)).sort();
  const articles = names.map((name, at) => ({
    id: at + 1,
    ...articleOf(readFileSync(join(folder, articles_folder, `${name}.md`), 'utf8')),
  }));
  const lines = readFileSync(join(folder, tickets_file), 'utf8').trim().split('\n');
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
