import { sql } from 'drizzle-orm';
import type { Ctx } from '#accounts/server/acting.ts';
import { notAllowed, notNow, notValid } from '#platform/refusals.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import type { Article, Moving } from '../rules/article.ts';
import { namedIn } from '../rules/links.ts';
import { picturesIn, withoutWords } from '../rules/pictures.ts';
import { publishesArticles, writesArticles } from '../rules/policy.ts';
import { putIn, shownSnippets } from '../rules/putting-in.ts';
import { movesOf, type ArticleMove } from '../rules/states.ts';
import {
  editors_publish,
  held,
  keptText,
  no_proposal,
  proposedBy,
  tell,
  tellSchools,
  written_since,
  type Held,
} from './holding.ts';
import { picturesOf } from './pictures/store.ts';
import { articleAt } from './reading.ts';
import { snippetsIn } from './snippets/store.ts';
import { insertVersion, putWords, removeDraft, updateArticle, updateDraft } from './store.ts';
import type { ArticleRow } from './tables.ts';
import { titlesOf } from './views.ts';

/** The deeds that move an article on in its life. */

/** When somebody should look at it again, after it was published. */
const review_days = 365;

/** Moves an article on in its life. Refuses with not_found, not_allowed; not_now where it has no such move. */
export async function moveArticle(ctx: Ctx, id: number, { move, edition }: Moving): Promise<Article> {
  const found = await held(ctx, id);
  const standing = { ...found.article, draft: found.draft && { proposed_at: found.draft.proposed_at } };
  const may = { write: writesArticles(ctx.who), publish: publishesArticles(ctx.who) };
  if (!movesOf(standing, { write: true, publish: true }).includes(move)) throw notNow(no_such_move);
  if (!movesOf(standing, may).includes(move)) throw notAllowed(editors_publish);
  if ((found.draft?.edition ?? 0) !== edition)
    throw notNow(written_since, { kept: await articleAt(ctx, id) });
  await moves[move](ctx, found);
  return articleAt(ctx, id);
}

const moves: Record<ArticleMove, (ctx: Ctx, held: Held) => Promise<void>> = {
  async propose(ctx, { article }) {
    await updateDraft(ctx, article.id, proposedBy(ctx));
    await tell(ctx, 'article_proposed', article.id);
  },
  async return(ctx, { article }) {
    await updateDraft(ctx, article.id, no_proposal);
    await tell(ctx, 'article_returned', article.id);
  },
  publish,
  async drop(ctx, { article }) {
    await removeDraft(ctx, article.id);
    await tell(ctx, 'article_written', article.id);
  },
  async archive(ctx, { article }) {
    await updateArticle(ctx, article.id, { archived_at: ctx.now });
    await tellSchools(ctx, article.id, article);
    await tell(ctx, 'article_archived', article.id);
  },
  async restore(ctx, { article }) {
    await updateArticle(ctx, article.id, { archived_at: null });
    await tellSchools(ctx, article.id, { ...article, archived_at: null });
    await followSnippets(ctx, article);
    await tell(ctx, 'article_restored', article.id);
  },
};

/** Publishes what is being written, as the next version. Refuses with not_valid what `putOut` refuses. */
export async function publish(
  ctx: Ctx,
  { article, draft }: Held,
  together?: ReadonlySet<number>,
): Promise<void> {
  const { title, summary, body: source } = draft!;
  // Whoever publishes it has looked at it.
  const review_on = dateOfDay(localDay(ctx.now, ctx.who.zone) + review_days);
  await removeDraft(ctx, article.id);
  await putOut(ctx, article, { title, summary, source, review_on }, together);
}

type ToPutOut = Record<'title' | 'summary' | 'source', string> & Pick<ArticleRow, 'review_on'>;

/**
 * Makes this the next version, with what its snippets say now. Refuses with not_valid what links to nothing, or to what its
 * readers may not read, and snippets and pictures that are not there.
 */
export async function putOut(
  ctx: Ctx,
  article: ArticleRow,
  { title, summary, source, review_on }: ToPutOut,
  together?: ReadonlySet<number>,
): Promise<void> {
  if (source.trim() === '') throw notValid('body', no_text);
  const body = await wholeText(ctx, article, source);
  await refuseHiddenLinks(ctx, article, body, together);
  const version = article.version + 1;
  const put_in = { body, source: source === body ? null : source };
  const published = { title, summary, ...put_in, published_at: ctx.now, published_by: ctx.who.person_id };
  await insertVersion(ctx, { article_id: article.id, version, ...published });
  await updateArticle(ctx, article.id, { ...published, version, review_on });
  await putWords(ctx, article.id, { ...published, lang: article.lang });
  await tellSchools(ctx, article.id, { ...article, version });
  await tell(ctx, 'article_published', article.id, { version, title });
}

/** What is shown of a text. Refuses with not_valid snippets and pictures that are not there, and pictures without words. */
async function wholeText(ctx: Ctx, { id }: ArticleRow, source: string): Promise<string> {
  const body = shownSnippets(source, (await snippetsIn(ctx, source)).bodyOf);
  const { names, ids } = putIn(body);
  const [unknown] = [...names, ...ids.map(each => `#${each}`)];
  if (unknown !== undefined) throw notValid('body', unknown_snippet(unknown));
  const there = await picturesOf(ctx, id, body);
  const absent = picturesIn(body).find(number => !there.has(number));
  if (absent !== undefined) throw notValid('body', unknown_picture(absent));
  const [silent] = withoutWords(body);
  if (silent !== undefined) throw notValid('body', no_words(silent));
  return body;
}

/**
 * Publishes several that were begun together and may link to each other, for an import. What they name in double
 * brackets is found first. Refuses as publishing one does; then none is published.
 */
export async function publishTogether(ctx: Ctx, ids: readonly number[]): Promise<void> {
  const together = new Set(ids);
  for (const id of ids) {
    const { article, draft } = await held(ctx, id);
    const body = await keptText(ctx, draft!.body);
    await updateDraft(ctx, id, { body });
    await publish(ctx, { article, draft: { ...draft!, body } }, together);
  }
}

/** What its snippets say may have changed while it was archived. */
async function followSnippets(ctx: Ctx, article: ArticleRow): Promise<void> {
  const { title, summary, source, body, review_on } = article;
  if (source === null) return;
  if (shownSnippets(source, (await snippetsIn(ctx, source)).bodyOf) !== body)
    await putOut(ctx, article, { title: title!, summary: summary!, source, review_on });
}

/** What schools read links to nothing that they may not read. */
async function refuseHiddenLinks(
  ctx: Ctx,
  { audience }: ArticleRow,
  body: string,
  together: ReadonlySet<number> = new Set(),
): Promise<void> {
  const { ids, titles } = namedIn(body);
  if (titles.length > 0) throw notValid('body', unknown_link(titles[0]!));
  const others = ids.filter(id => !together.has(id));
  if (audience === 'igroup' || others.length === 0) return;
  const { rows } = await ctx.db.execute<{ id: number }>(sql`
    select id from articles where id = any (${sql.param(others)}::integer[])
      and not (version > 0 and archived_at is null and audience in ('public', ${audience}))`);
  if (rows.length === 0) return;
  const title = (await titlesOf(ctx, [rows[0]!.id])).get(rows[0]!.id) ?? '';
  throw notValid('body', hidden_link(title));
}

const no_such_move = {
  en: 'The article is not in a state for this any more.',
  fr: 'L’article n’est plus dans un état qui le permet.',
};
const no_text = { en: 'Write the article first.', fr: 'Écrivez d’abord l’article.' };
const unknown_link = (title: string) => ({
  en: `No article is called “${title}”.`,
  fr: `Aucun article ne s’appelle « ${title} ».`,
});
const hidden_link = (title: string) => ({
  en: `“${title}” is not for those who read this article, or is not published.`,
  fr: `« ${title} » n’est pas pour qui lit cet article, ou n’est pas publié.`,
});
const unknown_snippet = (name: string) => ({
  en: `No snippet is called “${name}”.`,
  fr: `Aucun bloc ne s’appelle « ${name} ».`,
});
const unknown_picture = (number: number) => ({
  en: `Picture ${number} is not of this article: put it in again.`,
  fr: `L’image ${number} n’est pas de cet article : ajoutez-la de nouveau.`,
});
const no_words = (number: number) => ({
  en: `Say in words what picture ${number} shows, between the brackets before it.`,
  fr: `Dites en mots ce que montre l’image ${number}, entre les crochets qui la précèdent.`,
});
