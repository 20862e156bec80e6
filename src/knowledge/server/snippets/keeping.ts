import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow, notValid, Refusal } from '#platform/refusals.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { htmlOf } from '#platform/text/markdown.ts';
import { moment } from '#sla/rules/moments.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { box_names } from '../../rules/boxes.ts';
import { keptLinks, namedIn, shownLinks, writtenLinks } from '../../rules/links.ts';
import { picturesIn } from '../../rules/pictures.ts';
import { publishesArticles } from '../../rules/policy.ts';
import { putIn } from '../../rules/putting-in.ts';
import type { NewSnippet, Snippet, Snippets, SnippetWriting } from '../../rules/snippets.ts';
import { held } from '../holding.ts';
import { putOut } from '../moving.ts';
import { idsOf, titlesOf } from '../views.ts';
import {
  deleteSnippet,
  holdShowing,
  holdSnippet,
  insertSnippet,
  selectSnippets,
  snippetIds,
  updateSnippet,
  type SeenSnippet,
} from './store.ts';

/** The deeds that keep snippets. A change is a new version of each article that shows it, since what they say changes. */

export async function listSnippets(ctx: Ctx): Promise<Snippets> {
  const rows = await selectSnippets(ctx);
  const titleOf = await titlesOf(ctx, namedIn(rows.map(({ body }) => body).join('\n')).ids);
  return { items: rows.map(row => shapeOf(ctx, row, titleOf)), can: { keep: publishesArticles(ctx.who) } };
}

function shapeOf(ctx: Ctx, row: SeenSnippet, titleOf: ReadonlyMap<number, string>): Snippet {
  const { id, name, body, edition, by, used_in, written_at } = row;
  const links = { titleOf, base: '/desk/answers', gone: '…' };
  return {
    ...{ id, name, edition, by, used_in },
    body: writtenLinks(body, titleOf),
    html: htmlOf(shownLinks(body, links), { boxes: box_names[ctx.lang] }),
    at: moment(written_at, seenBy(ctx)),
  };
}

async function snippetAt(ctx: Ctx, id: number): Promise<Snippet> {
  const [row] = await selectSnippets(ctx, id);
  if (!row) throw notFound();
  return shapeOf(ctx, row, await titlesOf(ctx, namedIn(row.body).ids));
}

/** Begins a snippet. Refuses with not_valid a name that another has, what holds a picture, a snippet, or a link to nothing. */
export async function beginSnippet(ctx: Ctx, given: NewSnippet): Promise<Snippet> {
  await refuseTaken(ctx, given.name);
  const id = await insertSnippet(ctx, { ...given, body: await keptBody(ctx, given.body) });
  await tell(ctx, 'snippet_added', id, given.name);
  return snippetAt(ctx, id);
}

/**
 * Changes a snippet, and publishes anew what shows it. Refuses as beginning one does; not_found; not_now when somebody has
 * written since `edition`, with what is kept; not_valid where an article could not be published with it.
 */
export async function changeSnippet(ctx: Ctx, id: number, writing: SnippetWriting): Promise<Snippet> {
  const row = await holdSnippet(ctx, id);
  if (!row) throw notFound();
  const { edition, name } = writing;
  const body = await keptBody(ctx, writing.body);
  if (row.name === name && row.body === body) return snippetAt(ctx, id);
  if (row.edition !== edition) throw notNow(written_since, { kept: await snippetAt(ctx, id) });
  await refuseTaken(ctx, name, id);
  await updateSnippet(ctx, id, { name, body, edition: edition + 1 });
  if (row.body !== body) await publishAnew(ctx, id);
  await tell(ctx, 'snippet_changed', id, name);
  return snippetAt(ctx, id);
}

async function publishAnew(ctx: Ctx, snippet: number): Promise<void> {
  for (const id of await holdShowing(ctx, snippet)) {
    const { article } = await held(ctx, id);
    const { title, summary, source, review_on } = article;
    await putOut(ctx, article, { title: title!, summary: summary!, source: source!, review_on }).catch(
      (error: unknown) => {
        if (error instanceof Refusal) throw notValid('body', inArticle(title!, error.sentence));
        throw error;
      },
    );
  }
}

/** Takes a snippet away that nothing puts in. Refuses with not_found; not_now as long as an article does. */
export async function removeSnippet(ctx: Ctx, id: number): Promise<void> {
  const row = await holdSnippet(ctx, id);
  if (!row) throw notFound();
  const { used_in } = await snippetAt(ctx, id);
  if (used_in.length > 0) throw notNow(still_used(used_in.map(({ title }) => title)), { open: used_in });
  await deleteSnippet(ctx, id);
  await tell(ctx, 'snippet_removed', id, row.name);
}

async function keptBody(ctx: Ctx, given: string): Promise<string> {
  const { names, ids } = putIn(given);
  if (names.length + ids.length > 0) throw notValid('body', no_snippets);
  if (picturesIn(given).length > 0) throw notValid('body', no_pictures);
  const body = keptLinks(given, await idsOf(ctx, namedIn(given).titles));
  const [unknown] = namedIn(body).titles;
  if (unknown !== undefined) throw notValid('body', unknown_link(unknown));
  return body;
}

async function refuseTaken(ctx: Ctx, name: string, except?: number): Promise<void> {
  const taken = (await snippetIds(ctx, [name])).get(name.toLowerCase());
  if (taken !== undefined && taken !== except) throw notValid('name', name_taken);
}

async function tell(ctx: Ctx, kind: string, snippet: number, name: string): Promise<void> {
  await sendSignal(ctx.db, { to: 'desk', kind: 'snippets', facts: { snippet } });
  await recordDeed(ctx, { kind, audience: 'desk', facts: { snippet, name } });
}

const name_taken = { en: 'Another snippet is called so.', fr: 'Un autre bloc porte déjà ce nom.' };
const no_snippets = {
  en: 'A snippet holds no other snippet.',
  fr: 'Un bloc n’en contient pas d’autre.',
};
const no_pictures = {
  en: 'A snippet holds no picture: pictures belong to an article.',
  fr: 'Un bloc ne contient pas d’image : les images appartiennent à un article.',
};
const unknown_link = (title: string) => ({
  en: `No article is called “${title}”.`,
  fr: `Aucun article ne s’appelle « ${title} ».`,
});
const written_since = {
  en: 'Somebody has written on this snippet since you opened it. What you wrote is still here.',
  fr: 'Quelqu’un a écrit dans ce bloc depuis que vous l’avez ouvert. Votre texte est toujours ici.',
};
const inArticle = (title: string, { en, fr }: { en: string; fr: string }) => ({
  en: `In “${title}”: ${en}`,
  fr: `Dans « ${title} » : ${fr}`,
});
const still_used = (titles: readonly string[]) => ({
  en: `It stands in: ${titles.join(', ')}. Take it out there first.`,
  fr: `Il se trouve dans : ${titles.join(', ')}. Retirez-le d’abord de là.`,
});
