import { and, eq, sql } from 'drizzle-orm';
import { visibleTo, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notFound, notNow, notValid, Refusal } from '#platform/refusals.ts';
import { dateOfDay } from '#sla/rules/dates.ts';
import { localDay } from '#sla/rules/zones.ts';
import { tickets } from '#tickets/server/listed.ts';
import type { Article, Moving, NewArticle, Writing } from '../rules/article.ts';
import { keptLinks, namedIn } from '../rules/links.ts';
import { publishesArticles, writesArticles } from '../rules/policy.ts';
import { movesOf, type ArticleMove } from '../rules/states.ts';
import { articleAt } from './reading.ts';
import {
  holdArticle,
  idOfExternal,
  insertArticle,
  insertUse,
  insertVersion,
  putDraft,
  putWords,
  removeDraft,
  updateArticle,
  updateDraft,
} from './store.ts';
import type { ArticleRow, DraftRow } from './tables.ts';
import { idsOf, titlesOf } from './views.ts';

/** The deeds on articles: begun, written, moved on. */

/** When somebody should look at it again, after it was published. */
const review_days = 365;

/**
 * Begins an article; with `state` it is proposed or published at once. What another system calls it (`external_id`) is
 * there once: the same again changes it. Refuses with not_allowed to publish for whom that is not, as to bring an archived
 * one back or to open a published one to others; not_found for a ticket that one may not see.
 */
export async function beginArticle(ctx: Ctx, given: NewArticle): Promise<Article> {
  const { external_id, state, ticket, title, summary, body, ...about } = given;
  if (state === 'published' && !publishesArticles(ctx.who)) throw notAllowed(editors_publish);
  const known = external_id === undefined ? undefined : await idOfExternal(ctx, external_id);
  const id =
    known ??
    (await insertArticle(ctx, {
      ...about,
      external_id: external_id ?? null,
      owner_id: ctx.who.person_id,
      created_at: ctx.now,
      created_by: ctx.who.person_id,
    }));
  const { article, draft } = (await holdArticle(ctx, id))!;
  if (article.archived_at && !publishesArticles(ctx.who)) throw notAllowed(editors_publish);
  refuseOtherReaders(ctx, article, about);
  const text = { title, summary, body: await keptText(ctx, body) };
  const proposed = state === 'proposed' ? proposedBy(ctx) : no_proposal;
  if (
    known === undefined ||
    !sameText(draft ?? article, text) ||
    (state === 'published' && !article.version)
  ) {
    await putDraft(ctx, {
      article_id: id,
      ...text,
      edition: (draft?.edition ?? 0) + 1,
      ...writtenBy(ctx),
      ...proposed,
    });
    if (known !== undefined) await updateArticle(ctx, id, { ...about, archived_at: null });
    if (ticket !== undefined) await linkTicket(ctx, article, ticket);
    await tell(ctx, known === undefined ? 'article_begun' : 'article_written', id);
    if (state === 'published') await publish(ctx, await held(ctx, id));
  }
  return articleAt(ctx, id);
}

async function linkTicket(ctx: Ctx, article: ArticleRow, ticket: number): Promise<void> {
  const [seen] = await ctx.db
    .select({ number: tickets.number })
    .from(tickets)
    .where(and(eq(tickets.number, ticket), visibleTo(ctx, tickets.school_id)));
  if (!seen) throw notFound();
  await insertUse(ctx, { article, kind: 'written', ticket });
}

const sameText = (
  now: { title: string | null; summary: string | null; body: string | null },
  next: { title: string; summary: string; body: string },
): boolean => now.title === next.title && now.summary === next.summary && now.body === next.body;

const writtenBy = ({ who, now }: Ctx) => ({ written_by: who.person_id, written_at: now });
const proposedBy = ({ who, now }: Ctx) => ({ proposed_by: who.person_id, proposed_at: now });
const no_proposal = { proposed_by: null, proposed_at: null };

/** A text as it is kept: what it names in double brackets by id. */
const keptText = async (ctx: Ctx, body: string): Promise<string> =>
  keptLinks(body, await idsOf(ctx, namedIn(body).titles));

/**
 * Keeps what is written. Of a published article it stands beside what is published, until it is published too. The same
 * again is no change. Refuses with not_found; not_now for an archived one, or when somebody has written since `edition`
 * (0: nothing was being written), with what is kept; not_allowed to open what is published to others than it was for.
 */
export async function saveArticle(ctx: Ctx, id: number, writing: Writing): Promise<Article> {
  const { article, draft } = await held(ctx, id);
  if (article.archived_at) throw notNow(is_archived);
  const { edition, owner, review_on, title, summary, body, ...about } = writing;
  refuseOtherReaders(ctx, article, about);
  const text = { title, summary, body: await keptText(ctx, body) };
  const now = draft ?? article;
  const changes_text = !sameText(now, text);
  if (changes_text && (draft?.edition ?? 0) !== edition)
    throw notNow(written_since, { kept: await articleAt(ctx, id) });
  await updateArticle(ctx, id, { ...about, owner_id: owner, review_on });
  if (changes_text) {
    await putDraft(ctx, {
      article_id: id,
      ...text,
      edition: edition + 1,
      ...writtenBy(ctx),
      ...(draft ? { proposed_by: draft.proposed_by, proposed_at: draft.proposed_at } : no_proposal),
    });
    await sendSignal(ctx.db, { to: 'desk', kind: 'articles', facts: { article: id, edition: edition + 1 } });
  }
  if (saidAbout(article) !== saidAbout({ ...article, ...about, owner_id: owner, review_on }))
    await tell(ctx, 'article_written', id);
  return articleAt(ctx, id);
}

type ForWhom = Pick<ArticleRow, 'audience' | 'for_roles' | 'stage1_only'>;
const forWhom = ({ audience, for_roles, stage1_only }: ForWhom) =>
  JSON.stringify([audience, [...for_roles].sort(), stage1_only]);

/** Whom a published article is for is as much the editors' as that it is published. */
function refuseOtherReaders({ who }: Ctx, article: ArticleRow, next: ForWhom): void {
  if (article.version > 0 && forWhom(article) !== forWhom(next) && !publishesArticles(who))
    throw notAllowed(editors_publish);
}

const saidAbout = ({
  kind,
  audience,
  for_roles,
  stage1_only,
  category,
  lang,
  owner_id,
  review_on,
}: ArticleRow) =>
  JSON.stringify([kind, audience, for_roles, stage1_only, category, lang, owner_id, review_on]);

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

interface Held {
  article: ArticleRow;
  draft: DraftRow | null;
}

async function held(ctx: Ctx, id: number): Promise<Held> {
  const found = await holdArticle(ctx, id);
  if (!found) throw notFound();
  return found;
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
    await tell(ctx, 'article_archived', article.id);
  },
  async restore(ctx, { article }) {
    await updateArticle(ctx, article.id, { archived_at: null });
    await tell(ctx, 'article_restored', article.id);
  },
};

async function publish(ctx: Ctx, { article, draft }: Held, together?: ReadonlySet<number>): Promise<void> {
  const { title, summary, body } = draft!;
  if (body.trim() === '') throw notValid('body', no_text);
  await refuseHiddenLinks(ctx, article, body, together);
  const version = article.version + 1;
  const published = { title, summary, body, published_at: ctx.now, published_by: ctx.who.person_id };
  await insertVersion(ctx, { article_id: article.id, version, ...published });
  await updateArticle(ctx, article.id, {
    ...published,
    version,
    // Whoever published it has looked at it.
    review_on: dateOfDay(localDay(ctx.now, ctx.who.zone) + review_days),
  });
  await putWords(ctx, article.id, { ...published, lang: article.lang });
  await removeDraft(ctx, article.id);
  // That something is there for the iGroup, or for some of the schools' people, is told to nobody else.
  if (article.audience !== 'igroup' && article.for_roles.length === 0 && !article.stage1_only)
    await sendSignal(ctx.db, { to: 'schools', kind: 'articles', facts: { article: article.id } });
  await tell(ctx, 'article_published', article.id, { version, title });
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

/** What schools read links to nothing that they may not read. */
async function refuseHiddenLinks(
  ctx: Ctx,
  { audience }: ArticleRow,
  body: string,
  together: ReadonlySet<number> = new Set(),
): Promise<void> {
  const { ids, titles } = namedIn(body);
  if (titles.length > 0)
    throw new Refusal('not_valid', unknown_link(titles[0]!), {
      errors: [{ field: 'body', sentence: unknown_link(titles[0]!) }],
    });
  const others = ids.filter(id => !together.has(id));
  if (audience === 'igroup' || others.length === 0) return;
  const { rows } = await ctx.db.execute<{ id: number }>(sql`
    select id from articles where id = any (${sql.param(others)}::integer[])
      and not (version > 0 and archived_at is null and audience in ('public', ${audience}))`);
  if (rows.length === 0) return;
  const title = (await titlesOf(ctx, [rows[0]!.id])).get(rows[0]!.id) ?? '';
  throw new Refusal('not_valid', hidden_link(title), {
    errors: [{ field: 'body', sentence: hidden_link(title) }],
  });
}

/** The line of the story, from which the index follows too. */
const tell = (ctx: Ctx, kind: string, article: number, facts = {}) =>
  recordDeed(ctx, { kind, audience: 'desk', facts: { article, ...facts } });

const editors_publish = {
  en: 'The knowledge editor or the coordinator does this. Propose it instead.',
  fr: 'C’est au rédacteur ou au coordonnateur de le faire. Proposez-le plutôt.',
};
const is_archived = {
  en: 'This article is archived. Bring it back first.',
  fr: 'Cet article est archivé. Ramenez-le d’abord.',
};
const written_since = {
  en: 'Somebody has written on this article since you opened it. What you wrote is still here.',
  fr: 'Quelqu’un a écrit dans cet article depuis que vous l’avez ouvert. Votre texte est toujours ici.',
};
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
