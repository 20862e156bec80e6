import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Article, ArticleLine } from '../rules/article.ts';
import { box_names } from '../rules/boxes.ts';
import { namedIn, shownLinks, writtenLinks } from '../rules/links.ts';
import { picturesIn, withoutWords } from '../rules/pictures.ts';
import { publishesArticles, writesArticles } from '../rules/policy.ts';
import { putIn, shownSnippets, writtenSnippets } from '../rules/putting-in.ts';
import { movesOf, stateOf, type Standing } from '../rules/states.ts';
import { ticketsBehind } from './from-ticket.ts';
import { picturesOf, shownFrom, signed_in_base } from './pictures/store.ts';
import { snippetsIn } from './snippets/store.ts';
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

/** How these texts of an article are read, as cleaned HTML with links to what the reader may read, and how one writes them. */
export async function linked(
  ctx: Ctx,
  { id, lang }: Pick<SeenArticle, 'id' | 'lang'>,
  ...texts: (string | null | undefined)[]
) {
  const { nameOf, bodyOf } = await snippetsIn(ctx, ...texts);
  const titleOf = await titlesOf(ctx, namedIn([...texts, ...bodyOf.values()].join('\n')).ids);
  const links = { titleOf, base: base[ctx.who.side], gone: goneLink[ctx.lang] };
  const pictures = await picturesOf(ctx, id, ...texts);
  const beside = { boxes: box_names[lang], picture: shownFrom(signed_in_base, pictures) };
  return {
    html: (text: string) => htmlOf(shownLinks(shownSnippets(text, bodyOf), links), beside),
    written: (text: string) => writtenSnippets(writtenLinks(text, titleOf), nameOf),
    /** Of these texts: what is named and not there. */
    missing: (text: string) => ({
      unknown_snippets: putIn(text).names,
      unknown_pictures: picturesIn(text).filter(number => !pictures.has(number)),
      wordless_pictures: withoutWords(text),
    }),
  };
}

export async function articleOf(ctx: Ctx, row: SeenArticle): Promise<Article> {
  const may = { write: writesArticles(ctx.who), publish: publishesArticles(ctx.who) };
  const inside = ctx.who.side === 'desk';
  const { body, draft } = row;
  const source = row.source ?? body;
  const { html, written, missing } = await linked(ctx, row, body, draft?.body, inside ? source : null);
  return {
    ...lineOf(ctx, row),
    for_roles: row.for_roles,
    stage1_only: row.stage1_only,
    html: body === null ? null : html(body),
    text: inside && source !== null ? written(source) : null,
    published_by: inside ? row.publisher : null,
    writing: draft && {
      ...writingOf(ctx, draft),
      ...missing(draft.body),
      body: written(draft.body),
      html: html(draft.body),
    },
    external_id: inside ? row.external_id : null,
    from_tickets: await ticketsBehind(ctx, row.id),
    voted: row.voted,
    can: {
      write: may.write && row.archived_at === null,
      moves: movesOf(standingOf(row), may),
      vote: row.version > 0 && row.archived_at === null,
    },
  };
}

function writingOf(ctx: Ctx, draft: NonNullable<SeenArticle['draft']>) {
  const seen = seenBy(ctx);
  return {
    title: draft.title,
    summary: draft.summary,
    edition: draft.edition,
    by: draft.by,
    at: moment(new Date(draft.at), seen),
    proposed:
      draft.proposed_at === null
        ? null
        : { by: draft.proposed_by!, at: moment(new Date(draft.proposed_at), seen) },
    unknown_links: namedIn(draft.body).titles,
  };
}
