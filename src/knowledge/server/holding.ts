import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound } from '#platform/refusals.ts';
import { keptLinks, namedIn } from '../rules/links.ts';
import { keptSnippets, putIn } from '../rules/putting-in.ts';
import { snippetIds } from './snippets/store.ts';
import { holdArticle } from './store.ts';
import type { ArticleRow, DraftRow } from './tables.ts';
import { idsOf } from './views.ts';

/** What the deeds on articles have in common. */

export interface Held {
  article: ArticleRow;
  draft: DraftRow | null;
}

export async function held(ctx: Ctx, id: number): Promise<Held> {
  const found = await holdArticle(ctx, id);
  if (!found) throw notFound();
  return found;
}

/** A text as it is kept: what it names in double brackets, and the snippets that it puts in, by id. */
export const keptText = async (ctx: Ctx, body: string): Promise<string> =>
  keptSnippets(
    keptLinks(body, await idsOf(ctx, namedIn(body).titles)),
    await snippetIds(ctx, putIn(body).names),
  );

/** As far as schools may know of it. */
type Shown = Pick<ArticleRow, 'version' | 'archived_at' | 'audience' | 'for_roles' | 'stage1_only'>;

/** That something is there for the iGroup, or for some of the schools' people, is told to nobody else. */
const allRead = ({ version, archived_at, audience, for_roles, stage1_only }: Shown): boolean =>
  version > 0 && archived_at === null && audience !== 'igroup' && for_roles.length === 0 && !stage1_only;

/** Open pages of schools hear that an article is new there, or gone: where all of them could read it, or can now. */
export async function tellSchools(ctx: Ctx, id: number, ...stood: Shown[]): Promise<void> {
  if (stood.some(allRead))
    await sendSignal(ctx.db, { to: 'schools', kind: 'articles', facts: { article: id } });
}

export const proposedBy = ({ who, now }: Ctx) => ({ proposed_by: who.person_id, proposed_at: now });
export const no_proposal = { proposed_by: null, proposed_at: null };

/** The line of the story, from which the index follows too. */
export const tell = (ctx: Ctx, kind: string, article: number, facts = {}) =>
  recordDeed(ctx, { kind, audience: 'desk', facts: { article, ...facts } });

export const editors_publish = {
  en: 'The knowledge editor or the coordinator does this. Propose it instead.',
  fr: 'C’est au rédacteur ou au coordonnateur de le faire. Proposez-le plutôt.',
};
export const written_since = {
  en: 'Somebody has written on this article since you opened it. What you wrote is still here.',
  fr: 'Quelqu’un a écrit dans cet article depuis que vous l’avez ouvert. Votre texte est toujours ici.',
};
