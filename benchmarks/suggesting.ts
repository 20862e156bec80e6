import { newSuggesting } from '../src/knowledge/rules/suggesting/suggesting.ts';
import { anyWord, plainBm25 } from './suggesting/compared.ts';
import { costsOf, type Costs } from './suggesting/costs.ts';
import { readEvaluation, type Written } from './suggesting/evaluation.ts';
import { qualityOf, type Ranking } from './suggesting/quality.ts';

/** npm run bench -- --suggesting: how well suggestions find what solves a ticket, and what they cost. */

const evaluation = await readEvaluation();
const { articles, tickets } = evaluation;
const setOf = (name: Written['set']) => tickets.filter(({ set }) => set === name);
const all = articles.length;

function ours(taught: readonly Written[]): Ranking {
  const suggesting = newSuggesting();
  for (const article of articles) suggesting.putArticle(article);
  for (const ticket of taught) suggesting.putTicket(ticket);
  return question => suggesting.articlesFor(question, { limit: all }).items.map(({ id }) => id);
}

const rankings: [string, Ranking][] = [
  ['any word', anyWord(articles)],
  ['plain BM25', plainBm25(articles)],
  ['suggestions, cold', ours([])],
  [`suggestions, taught by ${setOf('train').length} tickets`, ours(setOf('train'))],
];
const line = (cells: readonly string[]) => console.log(`| ${cells.join(' | ')} |`);

console.log(`### Suggestions: ${all} articles, ${tickets.length} tickets\n`);
line(['set', 'ranking', 'MAP', 'right first %', 'in five %']);
line(['---', '---', '--:', '--:', '--:']);
for (const set of ['dev', 'test'] as const)
  for (const [name, rank] of rankings) {
    const { map, first, in_five } = qualityOf(rank, setOf(set));
    line([`${set}, ${setOf(set).length}`, name, ...[map, first, in_five].map(value => value.toFixed(1))]);
  }
for (const lang of ['en', 'fr'] as const) {
  const asked = setOf('test').filter(ticket => ticket.lang === lang);
  const { map, first, in_five } = qualityOf(rankings[2]![1], asked);
  const cells = [map, first, in_five].map(value => value.toFixed(1));
  line([`test in ${lang === 'en' ? 'English' : 'French'}, ${asked.length}`, 'suggestions, cold', ...cells]);
}

const at = (took: readonly number[], share: number) =>
  [...took].sort((one, other) => one - other)[Math.floor(took.length * share)]!.toFixed(2);
const shown: Record<keyof Costs['took'], string> = {
  articles: 'articles for a question',
  alike: 'similar tickets, one in 200 visible',
  put: 'a ticket more',
  again: 'a ticket replaced',
};
console.log('');
line(['tickets', 'what', 'p50 ms', 'p95', 'p99']);
line(['--:', '---', '--:', '--:', '--:']);
const costs = [1_000, 100_000].map(count => costsOf(evaluation, count));
for (const { tickets: count, took } of costs)
  for (const [what, name] of Object.entries(shown) as [keyof Costs['took'], string][])
    line([count.toLocaleString('en'), name, ...[0.5, 0.95, 0.99].map(share => at(took[what], share))]);
console.log('');
for (const { tickets: count, build_s, memory_mb } of costs)
  console.log(
    `${count.toLocaleString('en')} tickets are taken in within ${build_s.toFixed(1)} s of CPU, and hold ${memory_mb.toFixed(0)} MB.`,
  );
