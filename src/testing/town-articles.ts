import { actorOf, type Ctx } from '#accounts/server/acting.ts';
import { NewArticle } from '#knowledge/rules/article.ts';
import { insertUse, updateArticle } from '#knowledge/server/store.ts';
import { moveArticle, publishTogether } from '#knowledge/server/moving.ts';
import { beginArticle } from '#knowledge/server/writing.ts';
import type { Database } from '#platform/db/database.ts';
import type { CastName } from './cast.ts';
import { readArticles } from './demo-articles.ts';
import type { Actors } from './town.ts';

/** The town's articles, and what they solved. */

/** Which of the town's tickets were solved by what. */
const solved: readonly [subject: RegExp, article: string][] = [
  [/report card/i, 'print-report-cards-homeroom'],
  [/password/i, 'reset-forgotten-password'],
  [/PEN/, 'request-a-pen'],
];

export async function writeArticles(database: Database, actors: Actors, now: Date): Promise<void> {
  const as = <T>(name: CastName, at: Date, deed: (ctx: Ctx) => Promise<T>): Promise<T> => {
    const who = actors[name];
    return database.transact(actorOf(who), db => deed({ who, db, now: at, lang: 'en', code_wall: true }));
  };
  const articles = await readArticles();
  const before = new Date(now.getTime() - 40 * 86_400_000);
  const ids = await as('Tom Becker', before, async ctx => {
    const found: number[] = [];
    for (const article of articles) found.push((await beginArticle(ctx, article)).id);
    await publishTogether(ctx, found);
    return found;
  });
  const idOf = (slug: string) => ids[articles.findIndex(({ external_id }) => external_id === slug)]!;
  await as('Nadia Petrov', now, async ctx => {
    const { rows } = await ctx.db.execute<{ number: number; subject: string }>(
      'select number, subject from tickets where ended_at is not null and not inside and request is null',
    );
    for (const { number, subject } of rows) {
      const article = solved.find(([named]) => named.test(subject));
      if (article)
        await insertUse(ctx, {
          article: { id: idOf(article[1]), version: 1 },
          kind: 'solved',
          ticket: number,
        });
    }
    // Two whose review is due, and what is being written.
    for (const slug of ['which-browser', 'firewall-allow-list'])
      await updateArticle(ctx, idOf(slug), { review_on: now.toISOString().slice(0, 10) });
  });
  await as('Maya Chen', now, async ctx => {
    const { id } = await beginArticle(
      ctx,
      NewArticle.parse({
        kind: 'faq',
        audience: 'schools',
        category: 'attendance',
        title: 'Can a teacher on call take attendance?',
        summary: 'Yes, with the sign-in for teachers on call that your office opens for the day.',
        body: 'Yes. The office opens a sign-in for the day under **Administration**, and it shows only the classes of that day.',
      }),
    );
    await moveArticle(ctx, id, { move: 'propose', edition: 1 });
    // What agents said on tickets, for the editors: one article was wrong, one is missing.
    const { rows } = await ctx.db.execute<{ number: number }>(
      'select number from tickets where ended_at is not null and not inside and request is null order by number desc limit 2',
    );
    const [wrong_for, missing_for] = rows;
    if (wrong_for)
      await insertUse(ctx, {
        article: { id: idOf('which-browser'), version: 1 },
        kind: 'wrong',
        ticket: wrong_for.number,
      });
    if (missing_for) await insertUse(ctx, { article: null, kind: 'missing', ticket: missing_for.number });
    await beginArticle(
      ctx,
      NewArticle.parse({
        kind: 'knowledge',
        audience: 'igroup',
        category: 'printing_reports',
        title: 'Which printers need the old driver',
        body: '## What you see\n\nThe report prints half a page.\n\n## Why\n\nTo be found out.\n',
      }),
    );
  });
}
