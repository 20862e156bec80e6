import type { Move } from '#tickets/rules/lifecycle.ts';
import { giveBack } from '../undo/given-back.ts';
import { useEffect, type RefObject } from 'react';
import { runCommand } from '../frame/commands/commands.ts';
import { putIn } from '#ui/typing/put-in.ts';

let put: ((text: string) => void) | undefined;

/** Opens the reply of the ticket in sight and puts a text where one was writing, for whoever has something to say there. */
export function putInReply(text: string): void {
  runCommand('reply');
  requestAnimationFrame(() => put?.(text));
}

/** Opens the form of a move on a ticket and lays fields into it: what stands there stays. */
export const putInMove = (ticket: number, move: Move, fields: Record<string, string>): void =>
  giveBack({ ticket, writing: move, fields, files: [], laid: { fields, also: [] } });

/** The reply takes what is put in. */
export function useTakingIn(area: RefObject<HTMLTextAreaElement | null>, set: (value: string) => void): void {
  useEffect(() => {
    const take = (text: string) => {
      if (!area.current) return;
      const { selectionStart: from, selectionEnd: to, value } = area.current;
      const before = from === 0 || value[from - 1] === '\n' ? '' : '\n\n';
      putIn(area.current, { from, to }, before + text, set);
    };
    put = take;
    return () => {
      if (put === take) put = undefined;
    };
  }, [area, set]);
}
