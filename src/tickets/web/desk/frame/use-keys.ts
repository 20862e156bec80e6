import { useCommands, type Command, type Where } from './commands/commands.ts';
import type { FrameWords } from './words/en.ts';
import { useFrameWords } from './words/use-words.ts';

type Does = keyof FrameWords['does'];

/** What each single key means at the desk. Those that the palette shows as well are commands of their own. */
const known: Record<string, { does: Does; where: Where; palette: boolean }> = {
  '/': { does: 'search', where: 'list', palette: true },
  '?': { does: 'keys', where: 'anywhere', palette: true },
  c: { does: 'new', where: 'anywhere', palette: true },
  j: { does: 'down', where: 'list', palette: false },
  k: { does: 'up', where: 'list', palette: false },
  x: { does: 'select', where: 'list', palette: true },
  X: { does: 'select_to_here', where: 'list', palette: false },
  ']': { does: 'next', where: 'list', palette: true },
  '[': { does: 'previous', where: 'list', palette: true },
  u: { does: 'back', where: 'ticket', palette: true },
  r: { does: 'reply', where: 'ticket', palette: true },
  o: { does: 'macro', where: 'ticket', palette: true },
  n: { does: 'note', where: 'ticket', palette: true },
  a: { does: 'assign', where: 'ticket', palette: false },
  i: { does: 'to_me', where: 'ticket', palette: true },
  d: { does: 'details', where: 'ticket', palette: true },
  s: { does: 'move', where: 'ticket', palette: true },
  p: { does: 'priority', where: 'ticket', palette: true },
  t: { does: 'tags', where: 'ticket', palette: true },
  e: { does: 'escalate', where: 'ticket', palette: false },
  z: { does: 'undo', where: 'anywhere', palette: true },
};
type Key = keyof typeof known;

/** Single keys of a pane, for as long as it is shown: `{ j: next, '?': help }`. */
export function useKeys(keys: Partial<Record<Key, () => void>>): void {
  const words = useFrameWords().does;
  useCommands(
    Object.entries(keys).flatMap(([key, run]): Command[] => {
      const meant = known[key];
      if (!meant || !run) return [];
      const { does, where, palette } = meant;
      return [{ id: does, name: words[does], where, keys: [key], run, ...(palette && { group: 'command' }) }];
    }),
  );
}
