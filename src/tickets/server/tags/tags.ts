import { keepersOfSchools } from '#accounts/rules/policy.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import { canOf } from '../../rules/policy.ts';
import { tag_limits } from '../../rules/tags/limits.ts';
import type { Tag, TagChange, TagCounts, Tagging } from '../../rules/tags/tag.ts';
import type { TicketWithMessages } from '../../rules/ticket.ts';
import { tellDeed } from '../telling.ts';
import { tellSetting } from '../telling-settings.ts';
import { demandWork, hold, ticketWithMessages } from '../tickets.ts';
import {
  makeTags,
  markRemoved,
  namedTags,
  namesTaken,
  passOn,
  putTags,
  selectCounted,
  selectTag,
  selectTags,
  tagsOf,
  takeTags,
  updateTag,
} from './store.ts';

/** The deeds on tags. Whoever works tickets puts them on; the coordinator keeps the words in order. */

export const listTags = async (ctx: Ctx): Promise<{ items: Tag[] }> => ({ items: await selectTags(ctx) });

export async function countTags(ctx: Ctx): Promise<TagCounts> {
  const can = { change: keepersOfSchools(ctx.who) };
  return { items: (await selectCounted(ctx)).map(tag => ({ ...tag, can })) };
}

/**
 * Puts tags on a ticket and takes others off, by name. Nothing changed is nothing told. Refuses not_found,
 * not_allowed, not_valid (more than a ticket may have).
 */
export async function tagTicket(ctx: Ctx, number: number, tagging: Tagging): Promise<TicketWithMessages> {
  await tag(ctx, number, tagging);
  return ticketWithMessages(ctx, number);
}

/** The deed of tagTicket alone. */
export async function tag(ctx: Ctx, number: number, tagging: Tagging): Promise<void> {
  const { ticket, facts } = await hold(ctx, number);
  demandWork(ctx, facts, canOf(ctx.who, facts).tag);
  const before = await tagsOf(ctx, number);
  const there = new Set(before.map(({ id }) => id));
  const wanted = (await makeTags(ctx, tagging.add)).filter(({ id }) => !there.has(id));
  const added = await putTags(ctx, number, idsOf(wanted));
  const removed = await takeTags(ctx, number, idsOf(await namedTags(ctx, tagging.remove)));
  const after = await tagsOf(ctx, number);
  if (after.length > tag_limits.on_a_ticket) throw notValid('add', tooMany);
  if (namesOf(before) !== namesOf(after)) {
    if (wanted.length > 0) await tellTags(ctx);
    await tellDeed(ctx, ticket, {
      kind: 'tagged',
      audience: 'desk',
      facts: { tags: [namesOf(before), namesOf(after)] },
      undo: { way: 'tags', before: {}, after: { added, removed } },
    });
  }
}

const idsOf = (tags: readonly Tag[]) => tags.map(({ id }) => id);
export const namesOf = (tags: readonly Tag[]): string | null =>
  tags.length > 0 ? tags.map(({ name }) => name).join(', ') : null;

/** Open pages ask for the tags again. */
const tellTags = ({ db }: Ctx) => sendSignal(db, { to: 'desk', kind: 'tags' });

/**
 * Renames a tag, merges it into another or takes the two apart, brings it back after its removal. Refuses not_found,
 * not_valid (the name is another's, or a tag would stand for itself).
 */
export async function changeTag(ctx: Ctx, id: number, change: TagChange): Promise<TagCounts> {
  const tag = await tagToChange(ctx, id);
  if (change.name !== undefined) await rename(ctx, tag, change.name);
  if (change.removed === false) await bringBack(ctx, tag);
  if (change.stands_for !== undefined) await merge(ctx, tag, change.stands_for);
  await tellSetting(ctx, 'tags', kindOf(tag, change), {
    tag: id,
    name: change.name === undefined ? tag.name : [tag.name, change.name],
  });
  return countTags(ctx);
}

const kindOf = (tag: TagRow, { removed, stands_for }: TagChange): string => {
  if (removed === false && tag.removed_at) return 'tag_restored';
  if (stands_for === undefined) return 'tag_changed';
  return stands_for === null ? 'tag_parted' : 'tag_merged';
};

/** Removes a tag from sight, on every ticket; it can be brought back as it was. Twice is once. */
export async function removeTag(ctx: Ctx, id: number): Promise<TagCounts> {
  const tag = await tagToChange(ctx, id);
  if (!tag.removed_at) {
    await markRemoved(ctx, id, ctx.now);
    await tellSetting(ctx, 'tags', 'tag_removed', { tag: id, name: tag.name });
  }
  return countTags(ctx);
}

type TagRow = NonNullable<Awaited<ReturnType<typeof selectTag>>>;

async function tagToChange(ctx: Ctx, id: number): Promise<TagRow> {
  const tag = await selectTag(ctx, id);
  if (!tag) throw notFound();
  return tag;
}

async function rename(ctx: Ctx, tag: TagRow, name: string): Promise<void> {
  const others = (await namedTags(ctx, [name])).filter(({ id }) => id !== tag.id);
  if (others.length > 0) throw notValid('name', taken);
  await updateTag(ctx, tag.id, { name });
}

async function bringBack(ctx: Ctx, tag: TagRow): Promise<void> {
  if (await namesTaken(ctx, tag.id)) throw notValid('name', taken);
  await markRemoved(ctx, tag.id, null);
}

async function merge(ctx: Ctx, tag: TagRow, into: number | null): Promise<void> {
  if (into === null) return updateTag(ctx, tag.id, { stands_for: null });
  const other = await selectTag(ctx, into);
  if (!other || other.removed_at || other.id === tag.id)
    throw notValid('stands_for', {
      en: 'Choose another tag to merge it into.',
      fr: 'Choisissez une autre étiquette avec laquelle la fusionner.',
    });
  if (other.stands_for !== null)
    throw notNow({
      en: 'That tag was itself merged into another a moment ago.',
      fr: 'Cette étiquette vient elle-même d’être fusionnée avec une autre.',
    });
  await updateTag(ctx, tag.id, { stands_for: into });
  await passOn(ctx, tag.id, into);
}

const taken = {
  en: 'Another tag has this name. Merge the two instead.',
  fr: 'Une autre étiquette porte ce nom. Fusionnez plutôt les deux.',
};
const tooMany = {
  en: `A ticket has at most ${tag_limits.on_a_ticket} tags. Take some off first.`,
  fr: `Un billet porte au plus ${tag_limits.on_a_ticket} étiquettes. Retirez-en d’abord.`,
};
