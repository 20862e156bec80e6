import { ask, newLine } from './asking/http.ts';
import { get, post } from './asking/operations.ts';
import { diceOf } from './county/dice.ts';
import { openGrounds, type DatabaseName } from './county/grounds.ts';
import { agents, contacts, type Someone } from './county/people.ts';
import { subjectOf } from './county/words.ts';
import { optionsOf } from './options.ts';
import { startProgram, type Program } from './programs/child.ts';
import { readEvaluation } from './suggesting/evaluation.ts';

/** npm run bench -- --search [--tickets 100000 --database …]: what the one search costs, for the desk and for a school. */

const times = 150;
const line = newLine(1);
const dice = diceOf(7);
const { articles, tickets: written } = await readEvaluation();
const coordinator = agents.find(({ roles }) => roles.includes('coordinator'))!;
const askers: [string, Someone][] = [
  ['the desk', agents[0]!],
  ['a school', contacts[0]!],
];
const misspelt = (word: string) => word.slice(0, 2) + word.slice(3);

/** What is typed: some words of a subject, one that is being typed, a sentence, a phrase, a number, a word with a letter lost. */
const kinds: Record<string, () => string> = {
  'two words': () => subjectOf(dice).split(' ').slice(0, 2).join(' '),
  'while typing': () => subjectOf(dice).slice(0, 4),
  sentence: () => written[dice.below(written.length)]!.title,
  phrase: () => `"${subjectOf(dice).split(' ').slice(0, 2).join(' ')}"`,
  number: () => String(1 + dice.below(10_000)),
  misspelt: () => subjectOf(dice).split(' ').slice(0, 2).map(misspelt).join(' '),
};

async function took({ url }: Program, who: Someone, q: string): Promise<number> {
  const begun = performance.now();
  const path = `/api/search?q=${encodeURIComponent(q.slice(0, 200))}`;
  const { status, text } = await ask(line, url, get(who, path));
  if (status !== 200) throw new Error(`${path} answered ${status}: ${text}`);
  return performance.now() - begun;
}

async function publish({ url }: Program): Promise<void> {
  for (const { title, body, lang } of articles) {
    const article = {
      kind: 'guide',
      audience: 'schools',
      title,
      body: body.replaceAll(/\[\[|\]\]/g, ''),
      lang,
    };
    const asked = post(coordinator, '/api/articles', { ...article, state: 'published' });
    const { status, text } = await ask(line, url, asked);
    if (status !== 201) throw new Error(`an article answered ${status}: ${text}`);
  }
}

async function searchOn(database: DatabaseName, tickets: number): Promise<string> {
  console.error(`${database}: making or finding ${tickets} tickets …`);
  const grounds = await openGrounds(database, tickets);
  const server = await startProgram('server/start.js', await grounds.copy());
  try {
    await publish(server);
    console.error(`${database}: measuring …`);
    const rows: string[] = [];
    for (const [who, asker] of askers) {
      for (const typed of Object.values(kinds)) await took(server, asker, typed());
      for (const [kind, typed] of Object.entries(kinds)) {
        const each: number[] = [];
        for (let time = 0; time < times; time++) each.push(await took(server, asker, typed()));
        each.sort((a, b) => a - b);
        const at = (share: number) => each[Math.floor((each.length - 1) * share)]!.toFixed(0);
        rows.push(`| ${who} | ${kind} | ${at(0.5)} | ${at(0.95)} | ${at(1)} |`);
      }
    }
    return [
      `### Search, ${database}, ${tickets.toLocaleString('en')} tickets, ${articles.length} articles`,
      '',
      '| who | what is typed | p50 ms | p95 | max |',
      '| --- | --- | --: | --: | --: |',
      ...rows,
    ].join('\n');
  } finally {
    await server.stop();
    await grounds.close();
  }
}

process.once('SIGINT', () => process.exit(130));
const { databases, tickets } = optionsOf(process.argv.slice(2));
for (const database of databases) console.log(`\n${await searchOn(database, tickets)}`);
