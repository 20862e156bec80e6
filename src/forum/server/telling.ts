import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed, type Facts } from '#accounts/server/story/story.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notAllowed, notNow } from '#platform/refusals.ts';
import type { Place } from './store.ts';

/** What the deeds of this house have in common: what open pages hear, the line of the story, and the ways to be refused. */

/** Open pages look again: everybody's, or of what is hidden the desk's alone. */
export async function stir(
  { db }: Pick<Ctx, 'db'>,
  topic: number,
  whom: 'all' | 'desk' = 'all',
): Promise<void> {
  await sendSignal(db, { to: 'desk', kind: 'forum', facts: { topic } });
  if (whom === 'all') await sendSignal(db, { to: 'schools', kind: 'forum', facts: { topic } });
}

/** The line of the story. Call it last. */
export async function tell(
  ctx: Ctx,
  kind: string,
  { topic, answer }: Place,
  facts: Facts = {},
): Promise<void> {
  await recordDeed(ctx, {
    kind,
    audience: ctx.who.side,
    ...(ctx.who.side === 'school' && { school_id: ctx.who.school_id }),
    facts: { topic, ...(answer !== null && { answer }), ...facts },
  });
}

/** Refuses what is not offered: not now where it is locked, merged or hidden; else not to this person. */
export function demand(
  { code_wall }: Pick<Ctx, 'code_wall'>,
  topic: { locked_at: unknown; merged_into: unknown; hidden_at: unknown },
  allowed: boolean,
): void {
  if (allowed || !code_wall) return;
  if (topic.merged_into !== null) throw notNow(went_on);
  if (topic.hidden_at !== null) throw notNow(is_hidden);
  if (topic.locked_at !== null) throw notNow(is_locked);
  throw notAllowed(not_yours);
}

const went_on = {
  en: 'This topic was merged. Write where it goes on; your text is kept.',
  fr: 'Ce sujet a été fusionné. Écrivez là où il continue; votre texte est gardé.',
};
const is_locked = {
  en: 'This topic is locked: nothing more is written here. Your text is kept.',
  fr: 'Ce sujet est verrouillé : on n’y écrit plus. Votre texte est gardé.',
};
const is_hidden = {
  en: 'This is hidden. Show it again first.',
  fr: 'Ce texte est masqué. Réaffichez-le d’abord.',
};
const not_yours = {
  en: 'This is for who wrote it, or for the desk.',
  fr: 'C’est à la personne qui l’a écrit, ou au bureau, de le faire.',
};
