import type { Move } from '#tickets/rules/lifecycle.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, Problem, toast, useSubmit } from '#ui/ui.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTicketWords } from '../../words.ts';
import { useCommands } from '../frame/commands/commands.ts';
import { openPalette } from '../frame/palette/open.ts';
import { useKeys } from '../frame/use-keys.ts';
import { useDeskWords } from '../words/use-words.ts';
import type { Writing } from '../write/Composer.tsx';
import { useDone } from '../undo/use-done.ts';
import { useTicketChanged } from './use-ticket-changed.ts';

/** What is wanted most stands first; what does not fit in one line is behind "More", as behind `s`. */
const first: readonly Move[] = ['take', 'ask_school', 'resolve', 'level2_answered', 'resume', 'escalate'];
const in_line = 4;

const byUse = (one: { move: Move }, other: { move: Move }) => place(one.move) - place(other.move);
const place = (move: Move) => (first.includes(move) ? first.indexOf(move) : first.length);

/** Exactly the moves that the server offers. One that needs nothing is made at once, the others open their form. */
export function MovesBar({
  ticket,
  writing,
  onWrite,
}: {
  ticket: TicketWithMessages;
  writing: Writing;
  onWrite: (what: Writing) => void;
}) {
  const { moves } = useTicketWords();
  const words = useDeskWords().ticket;
  const make = useMoveAtOnce(ticket.number);
  useMoveCommands(ticket, (move, at_once) => (at_once ? void make.now(move) : onWrite(move)));
  const moves_now = [...ticket.can.moves].sort(byUse); // toSorted is younger than some schools’ browsers
  const shown = moves_now.length > in_line ? moves_now.slice(0, in_line - 1) : moves_now;
  if (moves_now.length === 0) return null;
  return (
    <div className="moves" role="group" aria-label={words.moves}>
      {shown.map(({ move, requires }) =>
        requires.length === 0 ? (
          <Button key={move} small data-move={move} busy={make.busy} onClick={() => void make.now(move)}>
            {moves[move]}
          </Button>
        ) : (
          <Button
            key={move}
            small
            data-move={move}
            aria-pressed={writing === move}
            onClick={() => onWrite(move)}
          >
            {moves[move]}…
          </Button>
        ),
      )}
      {shown.length < moves_now.length && (
        <Button small look="bare" aria-haspopup="dialog" onClick={() => openPalette('move')}>
          {words.more_moves} <kbd aria-hidden="true">s</kbd>
        </Button>
      )}
    </div>
  );
}

/** The same moves by key and palette: all of them behind `s`, the way to Level 2 by `e`. */
function useMoveCommands(
  { can: { moves } }: TicketWithMessages,
  make: (move: Move, at_once: boolean) => void,
) {
  const names = useTicketWords().moves;
  const run = ({ move, requires }: (typeof moves)[number]) => make(move, requires.length === 0);
  const up = ['escalate', 'propose_escalation'].flatMap(wanted =>
    moves.filter(({ move }) => move === wanted),
  )[0];
  useCommands(
    moves.map(offer => ({
      id: `move ${offer.move}`,
      name: names[offer.move],
      where: 'ticket',
      group: 'move',
      run: () => run(offer),
    })),
  );
  useKeys({
    ...(moves.length > 0 && { s: () => openPalette('move') }),
    ...(up && { e: () => run(up) }),
  });
}

function useMoveAtOnce(number: number) {
  const { states } = useTicketWords();
  const words = useDeskWords().ticket;
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const changed = useTicketChanged();
  const done = useDone();
  useSayRefusal(number, problem);
  const now = async (move: Move) => {
    const after = await submit(`/api/tickets/${number}/moves`, { move });
    if (!after) return;
    changed(after);
    done(after, words.moved(states[after.state]));
  };
  return { now, busy };
}

function useSayRefusal(number: number, problem: Problem | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (!problem) return;
    toast({ text: problem.detail });
    void client.invalidateQueries({ queryKey: ['ticket', number] });
  }, [problem, client, number]);
}
