import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Article, ArticleLine } from '../rules/article.ts';
import { namedIn, shownLinks, writtenLinks } from '../rules/links.ts';
import { publishesArticles, writesArticles } from '../rules/policy.ts';
import { movesOf, stateOf, type Standing } from '../rules/states.ts';
import { titlesOf, type SeenArticle } from './views.ts';

/** An article as it is answered. */

const standingOf = ({ version, archived_at, draft }: SeenArticle): Standing => ({
  version,
  archived_at,
  draft: draft && { proposed_at: draft.proposed_at === null ? null : new Date(draft.proposed_at) },
});

export function lineOf(ctx: Ctx, row: SeenArticle): ArticleLine {
  const { review_on } = row;
  const inside = ctx.who.side === 'desk';
  return {
    id: row.id,
    kind: row.kind,
    audience: row.audience,
    category: row.category,
    lang: row.lang,
    title: row.title ?? row.draft!.title,
    summary: row.summary ?? row.draft!.summary,
    version: row.version,
    state: stateOf(standingOf(row)),
    changed: row.draft !== null && row.version > 0,
    published: row.published_at && moment(row.published_at, seenBy(ctx)),
    owner: inside ? row.owner : null,
    review:
      review_on === null
        ? null
        : {
            day: review_on,
            words: dateWords(review_on, seenBy(ctx)),
            over: review_on <= localDate(ctx.now, ctx.who.zone),
          },
    counts: row.counts,
  };
}

/** In place of a link to what the reader may not read. */
export const goneLink = {
  en: '(an article that is not there any more)',
  fr: '(un article qui n’existe plus)',
};

/** Where a side reads an article. */
const base = { desk: '/desk/answers', school: '/answers' };

/** A text as cleaned HTML, with links to what the reader may read. */
export async function htmlFor(ctx: Ctx, body: string): Promise<string> {
  const titleOf = await titlesOf(ctx, namedIn(body).ids);
  return htmlOf(shownLinks(body, { titleOf, base: base[ctx.who.side], gone: goneLink[ctx.lang] }));
}

/** A text as one writes it: what it names, by its title of today. */
const writtenText = async (ctx: Ctx, body: string): Promise<string> =>
  writtenLinks(body, await titlesOf(ctx, namedIn(body).ids));

export async function articleOf(ctx: Ctx, row: SeenArticle): Promise<Article> {
  const may = { write: writesArticles(ctx.who), publish: publishesArticles(ctx.who) };
  return {
    ...lineOf(ctx, row),
    for_roles: row.for_roles,
    stage1_only: row.stage1_only,
    html: row.body === null ? null : await htmlFor(ctx, row.body),
    text: ctx.who.side === 'desk' && row.body !== null ? await writtenText(ctx, row.body) : null,
    published_by: ctx.who.side === 'desk' ? row.publisher : null,
    writing: row.draft && (await writingOf(ctx, row.draft)),
    external_id: ctx.who.side === 'desk' ? row.external_id : null,
    voted: row.voted,
    can: {
      write: may.write && row.archived_at === null,
      moves: movesOf(standingOf(row), may),
      vote: row.version > 0 && row.archived_at === null,
    },
  };
}

async function writingOf(ctx: Ctx, draft: NonNullable<SeenArticle['draft']>): Promise<Article['writing']> {
  const seen = seenBy(ctx);
  const names = namedIn(draft.body);
  return {
    title: draft.title,
    summary: draft.summary,
    body: await writtenText(ctx, draft.body),
    html: await htmlFor(ctx, draft.body),
    edition: draft.edition,
    by: draft.by,
    at: moment(new Date(draft.at), seen),
    proposed:
      draft.proposed_at === null
        ? null
        : { by: draft.proposed_by!, at: moment(new Date(draft.proposed_at), seen) },
    unknown_links: names.titles,
  };
}
