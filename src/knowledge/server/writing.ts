import type { Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notNow } from '#platform/refusals.ts';
import { seenTicket } from '#tickets/server/listed.ts';
import type { Article, NewArticle, Writing } from '../rules/article.ts';
import { publishesArticles } from '../rules/policy.ts';
import { bareOf } from './from-ticket.ts';
import {
  editors_publish,
  held,
  keptText,
  no_proposal,
  proposedBy,
  tell,
  tellSchools,
  written_since,
} from './holding.ts';
import { publish } from './moving.ts';
import { articleAt } from './reading.ts';
import { putDone } from './searches/store.ts';
import { holdArticle, idOfExternal, insertArticle, insertUse, putDraft, updateArticle } from './store.ts';
import type { ArticleRow } from './tables.ts';

/** The deeds that write an article: begun, or changed. */

/**
 * Begins an article; with `state` it is proposed or published at once. What another system calls it (`external_id`) is
 * there once: the same again changes it. Refuses with not_allowed to publish for whom that is not, as to bring an archived
 * one back or to open a published one to others; not_found for a ticket that one may not see. From a ticket it begins
 * without what tells who it was.
 */
export async function beginArticle(ctx: Ctx, given: NewArticle): Promise<Article> {
  const { external_id, state, ticket, search, title, summary, body, ...about } = given;
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
  const said = { title, summary, body };
  const bare = ticket === undefined ? said : await bareOf(ctx, (await seenTicket(ctx, ticket)).number, said);
  const text = { ...bare, body: await keptText(ctx, bare.body) };
  const proposed = state === 'proposed' ? proposedBy(ctx) : no_proposal;
  if (
    known === undefined ||
    !sameText(draft ?? asWritten(article), text) ||
    (state === 'published' && !article.version)
  ) {
    await putDraft(ctx, {
      article_id: id,
      ...text,
      edition: (draft?.edition ?? 0) + 1,
      ...writtenBy(ctx),
      ...proposed,
    });
    if (known !== undefined) {
      const next = { ...about, archived_at: null };
      await updateArticle(ctx, id, next);
      await tellOthers(ctx, article, { ...article, ...next });
    }
    if (ticket !== undefined) await insertUse(ctx, { article, kind: 'written', ticket });
    if (search !== undefined) await putDone(ctx, search, id);
    await tell(ctx, known === undefined ? 'article_begun' : 'article_written', id);
    if (state === 'published') await publish(ctx, await held(ctx, id));
  }
  return articleAt(ctx, id);
}

const asWritten = (article: ArticleRow) => ({ ...article, body: article.source ?? article.body });

const sameText = (
  now: { title: string | null; summary: string | null; body: string | null },
  next: { title: string; summary: string; body: string },
): boolean => now.title === next.title && now.summary === next.summary && now.body === next.body;

const writtenBy = ({ who, now }: Ctx) => ({ written_by: who.person_id, written_at: now });

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
  const changes_text = !sameText(draft ?? asWritten(article), text);
  if (changes_text && (draft?.edition ?? 0) !== edition)
    throw notNow(written_since, { kept: await articleAt(ctx, id) });
  await updateArticle(ctx, id, { ...about, owner_id: owner, review_on });
  await tellOthers(ctx, article, { ...article, ...about });
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

/** Where others read it than before, schools hear of it: what is theirs no more goes from their pages and computers. */
async function tellOthers(ctx: Ctx, before: ArticleRow, now: ArticleRow): Promise<void> {
  if (forWhom(before) !== forWhom(now) || before.archived_at?.getTime() !== now.archived_at?.getTime())
    await tellSchools(ctx, before.id, before, now);
}

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

const is_archived = {
  en: 'This article is archived. Bring it back first.',
  fr: 'Cet article est archivé. Ramenez-le d’abord.',
};
