import { atDesk } from '#accounts/rules/policy.ts';
import { route, seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notNow, notValid } from '#platform/refusals.ts';
import { moment } from '#sla/rules/moments.ts';
import { publishesArticles } from '../../rules/policy.ts';
import { faultIn } from '../../rules/same-words.ts';
import { Synonyms, SynonymsWriting } from '../../rules/synonyms.ts';
import { editionNow, holdGroups, insertGroups, removeGroups, selectGroups } from './store.ts';

/** The group's own words that mean the same: the search, suggestions and known problems go by them at once. */

const path = '/api/synonyms';

// prettier-ignore
export const synonymRoutes = [
  route({ method: 'GET', path, says: 'The group’s own words that mean the same, by which is searched and suggested', may: atDesk, answer: Synonyms, deed: ctx => listSynonyms(ctx) }),
  route({ method: 'PUT', path, says: 'Write them anew: groups of two to eight words or short phrases, each in one group only', may: publishesArticles, body: SynonymsWriting, answer: Synonyms, deed: (ctx, { body }) => writeSynonyms(ctx, body) }),
];

async function listSynonyms(ctx: Ctx): Promise<Synonyms> {
  const rows = await selectGroups(ctx);
  return {
    edition: await editionNow(ctx),
    groups: rows.map(({ written_at, ...row }) => ({ ...row, at: moment(written_at, seenBy(ctx)) })),
    can: { write: publishesArticles(ctx.who) },
  };
}

const keyOf = (words: readonly string[]) => JSON.stringify(words);

/**
 * Writes all groups anew; one that stays as it is keeps who wrote it and when, and the same once more changes nothing.
 * Refuses with not_now when somebody has written since `edition`, with what is kept; not_valid with what is wrong in which
 * word.
 */
async function writeSynonyms(ctx: Ctx, { edition, groups }: SynonymsWriting): Promise<Synonyms> {
  await holdGroups(ctx);
  const now = await selectGroups(ctx);
  const [kept, wanted] = [new Set(now.map(({ words }) => keyOf(words))), new Set(groups.map(keyOf))];
  const added = groups.filter(words => !kept.has(keyOf(words)));
  const removed = now.filter(({ words }) => !wanted.has(keyOf(words)));
  if (added.length + removed.length === 0) return listSynonyms(ctx);
  if (edition !== (await editionNow(ctx))) throw notNow(written_since, { kept: await listSynonyms(ctx) });
  const fault = faultIn(groups);
  if (fault) throw notValid('groups', fault);
  await removeGroups(
    ctx,
    removed.map(({ id }) => id),
  );
  await insertGroups(ctx, added);
  const told = (kind: string, all: readonly (readonly string[])[]) =>
    all.map(words => ({ kind, audience: 'desk' as const, facts: { name: words.join(', ') } }));
  await sendSignal(ctx.db, { to: 'desk', kind: 'synonyms' });
  await recordDeed(
    ctx,
    ...told(
      'synonym_removed',
      removed.map(({ words }) => words),
    ),
    ...told('synonym_added', added),
  );
  return listSynonyms(ctx);
}

const written_since = {
  en: 'Somebody has written on these words since you opened them. What you wrote is still here.',
  fr: 'Quelqu’un a modifié ces mots depuis que vous les avez ouverts. Ce que vous avez écrit est toujours ici.',
};
