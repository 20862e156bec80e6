import { useQuery } from '@tanstack/react-query';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { tag_limits } from '#tickets/rules/tags/limits.ts';
import { api } from '#ui/ui.ts';
import { useCommands, type Command } from '../frame/commands/commands.ts';
import { openPalette } from '../frame/palette/open.ts';
import { useKeys } from '../frame/use-keys.ts';
import { useFrameWords } from '../frame/words/use-words.ts';
import { useQuickDeed } from '../ticket/deeds.ts';
import { askTags } from './asking.ts';

interface Tagging {
  add?: string[];
  remove?: string[];
}

export function useTagging(number: number) {
  const words = useFrameWords().tags;
  return useQuickDeed(
    number,
    (tagging: Tagging) => api.put<TicketWithMessages>(`/api/tickets/${number}/tags`, tagging),
    () => words.changed,
  );
}

/** `t`: a tag is put on or taken off by typing its name; a new name makes a new tag. */
export function useTagCommands({ number, tags, can }: TicketWithMessages): void {
  const words = useFrameWords().tags;
  const tagging = useTagging(number);
  const known = useQuery({ ...askTags(), enabled: can.tag }).data ?? [];
  const there = new Set(tags.map(({ name }) => name));
  const all = known.length > 0 ? known : tags;
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const toggle = (name: string): Command => ({
    id: `tag ${name}`,
    name,
    where: 'ticket',
    group: 'tag',
    hint: there.has(name) ? words.on_it : undefined,
    run: () => tagging.mutate(there.has(name) ? { remove: [name] } : { add: [name] }),
  });
  const made = (typed: string) => {
    const name = typed.trim().slice(0, tag_limits.name_characters);
    if (!name || all.some(tag => same(tag.name, name))) return undefined;
    return { name: words.make(name), run: toggle(name).run };
  };
  const fresh: Command = { id: 'tag new', name: '', where: 'ticket', group: 'tag', run: () => {}, made };
  useCommands(can.tag ? [...all.map(({ name }) => toggle(name)), fresh] : []);
  useKeys(can.tag ? { t: () => openPalette('tag') } : {});
}
