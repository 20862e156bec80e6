import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react';

/**
 * What can be done now, in one place: each part of a page puts in its commands for as long as it is shown. From here
 * come the keys, the sheet of keys and the palette.
 */

export type Where = 'anywhere' | 'list' | 'ticket';

/** Under which heading the palette shows it; without one it is only a key. */
export type CommandGroup = 'command' | 'move' | 'priority' | 'assign' | 'tag' | 'macro';

export interface Command {
  id: string;
  /** What it does, as a person says it. */
  name: string;
  where: Where;
  /** Pressed one after the other: `['g', 'i']`. */
  keys?: readonly string[];
  group?: CommandGroup;
  /** Said beside it: what follows, or that it is so now. */
  hint?: string | undefined;
  /** What it is found by beside its name. */
  found_by?: string;
  /** What is to be known before it is done, shown beside the list. */
  beside?: ReactNode;
  run: () => void;
  /** What is typed names it: then it is offered only where its group alone is asked for. */
  made?: (typed: string) => Pick<Command, 'name' | 'run'> | undefined;
}

type Own = { current: readonly Command[] };

const registered = new Set<Own>();

/** Puts commands in while the component is shown; those that can't be done now are left out by their part. */
export function useCommands(commands: readonly Command[]): void {
  const own = useRef(commands);
  useLayoutEffect(() => {
    own.current = commands;
  });
  useEffect(() => {
    registered.add(own);
    return () => void registered.delete(own);
  }, []);
}

/** All that can be done now. Of two with one id, the one that came later counts: it is nearer to the person. */
export function commandsNow(): Command[] {
  const found = new Map<string, Command>();
  for (const own of registered) for (const command of own.current) found.set(command.id, command);
  return [...found.values()];
}

/** Does one of them by its id, when it can be done now. */
export const runCommand = (id: string): void =>
  commandsNow()
    .find(command => command.id === id)
    ?.run();

/** The command of these keys; `'begins'` when they are the beginning of one. */
export function commandOf(keys: readonly string[]): Command | 'begins' | undefined {
  const fits = (command: Command) => keys.every((key, at) => command.keys?.[at] === key);
  const fitting = commandsNow().filter(command => command.keys && fits(command));
  return (
    fitting.findLast(command => command.keys!.length === keys.length) ??
    (fitting.length > 0 ? 'begins' : undefined)
  );
}
