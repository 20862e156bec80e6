import { useEffect, useRef, useState } from 'react';
import { useTicketWords } from '#tickets/web/words.ts';
import { Button, useSubmit } from '#ui/ui.ts';
import { type Move } from '../../../rules/lifecycle.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords } from '../words.ts';
import { MoveForm } from './MoveForm.tsx';
import type { OfTicket } from './TicketPage.tsx';
import { useDone } from './use-done.ts';

/** The two answers to "Is it solved?" stand in the story; all other moves stand beside it. */
const answers_solved: readonly Move[] = ['confirm', 'not_solved'];
/** What the reply box does already. */
const by_reply: readonly Move[] = ['answer'];

export type Offered = TicketWithMessages['can']['moves'][number];

/** What a move is called for a school, and what is said when it is done. */
export function useMoveWords() {
  const { moves: words } = usePortalWords();
  const ticket = useTicketWords();
  const own = (of: Partial<Record<Move, string>>, move: Move) => of[move];
  return {
    cancel: words.cancel,
    name: (move: Move) => own(words.names, move) ?? ticket.moves[move],
    why: (move: Move) => own(words.why, move),
    done: (move: Move) => own(words.done, move) ?? ticket.moves[move],
  };
}

/** Makes a move and shows what the server answered. */
export function useMove({ ticket, put, reload }: OfTicket) {
  const words = useMoveWords();
  const done = useDone({ put, reload });
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const make = async (move: Move, given: Record<string, string> = {}): Promise<boolean> => {
    const answer = await submit(`/api/tickets/${ticket.number}/moves`, { move, ...given });
    if (!answer) {
      reload();
      return false;
    }
    done(answer, words.done(move));
    return true;
  };
  return { make, busy, problem };
}

export function IsItSolved(of: OfTicket) {
  const { moves: words } = usePortalWords();
  const offered = of.ticket.can.moves.filter(({ move }) => answers_solved.includes(move));
  if (!offered.length) return null;
  return (
    <section className="is-it-solved sheet no-print" aria-labelledby="is-it-solved">
      <h2 id="is-it-solved">{words.solved_title}</h2>
      <p className="second t-14">{words.solved_lead}</p>
      <MoveButtons {...of} offered={offered} main="confirm" />
    </section>
  );
}

export function OtherMoves(of: OfTicket) {
  const { ticket: words } = usePortalWords();
  const offered = of.ticket.can.moves.filter(
    ({ move }) => !answers_solved.includes(move) && !by_reply.includes(move),
  );
  return (
    <section className="no-print">
      {offered.length > 0 && <h2>{words.changed}</h2>}
      <SolvedByItself {...of} />
      <MoveButtons {...of} offered={offered} />
      <Button small icon="print" onClick={() => print()}>
        {words.print}
      </Button>
    </section>
  );
}

/** It was solved before the desk could: the reason to withdraw it is then known. */
function SolvedByItself(of: OfTicket) {
  const { moves: words } = usePortalWords();
  const { make, busy } = useMove(of);
  if (!of.ticket.can.moves.some(({ move }) => move === 'withdraw')) return null;
  return (
    <p className="solved-by-itself">
      <Button
        small
        icon="check"
        busy={busy}
        onClick={() => void make('withdraw', { reason: words.solved_now })}
      >
        {words.solved_now}
      </Button>
    </p>
  );
}

/** A move that asks for nothing is made at once; another opens its form in place. */
function MoveButtons({ offered, main, ...of }: OfTicket & { offered: readonly Offered[]; main?: Move }) {
  const words = useMoveWords();
  const { make, busy, problem } = useMove(of);
  const [asked, setAsked] = useState<Move>();
  const was = useRef<Move>(undefined);
  useEffect(() => {
    // A form that was closed gives the focus back to what had opened it.
    if (!asked && was.current) document.getElementById(`move-${was.current}`)?.focus();
    was.current = asked;
  }, [asked]);
  const open = offered.find(({ move }) => move === asked);
  if (open)
    return (
      <MoveForm offered={open} busy={busy} problem={problem} make={make} close={() => setAsked(undefined)} />
    );
  return (
    <div className="moves">
      {problem && (
        <p role="alert" className="refused">
          {problem.detail}
        </p>
      )}
      {offered.map(({ move, requires }) => (
        <Button
          key={move}
          small={!main}
          look={move === main ? 'main' : 'plain'}
          busy={busy}
          id={`move-${move}`}
          onClick={() => (requires.length ? setAsked(move) : void make(move))}
        >
          {words.name(move)}
        </Button>
      ))}
    </div>
  );
}
