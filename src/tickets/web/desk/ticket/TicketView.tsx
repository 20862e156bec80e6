import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Suspense, useEffect, useRef, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { askHistory } from '../asking.ts';
import { RequestPart } from '../../beside.tsx';
import { useKeys } from '../frame/use-keys.ts';
import { usePageName } from '#ui/parts/WorkPage.tsx';
import { Composer, type Writing } from '../write/Composer.tsx';
import { useHasDraft } from '../write/use-fields.ts';
import { useAssign } from './deeds.ts';
import { SplitBar } from '../joining/Choosable.tsx';
import { Rail } from '../rail/Rail.tsx';
import { InsideCommands } from '../inside/InsideCommands.tsx';
import { MacroCommands } from '../macros/MacroCommands.tsx';
import { useGivenBack } from '../undo/given-back.ts';
import { TicketHeader } from './TicketHeader.tsx';
import { Talk } from './Talk.tsx';

/** A ticket as one works on it: what it is, what was said, what to write, and beside it what to know. */
export function TicketView({ ticket }: { ticket: TicketWithMessages }) {
  const { number, can } = ticket;
  const navigate = useNavigate();
  const { person } = useSession();
  const history = useQuery(askHistory(number)).data ?? [];
  const [writing, setWriting] = useState<Writing>(can.reply ? 'reply' : 'note');
  // Raised each time somebody asks to write, so that the composer takes the focus even when it is open already.
  const [asked, setAsked] = useState(0);
  const [assigning, setAssigning] = useState(false);
  const [rail, setRail] = useState(false);
  const assign = useAssign(number);
  const heading = useFocusOnOpening();
  const hasDraft = useHasDraft(number);
  usePageName(`${number} · ${ticket.subject}`);

  const write = (what: Writing) => {
    setWriting(what);
    setAsked(count => count + 1);
  };
  /** A form was sent or given up: its move is no longer what is written, and single keys work again. */
  const leave = () => {
    setWriting(can.reply ? 'reply' : 'note');
    heading.current?.focus();
  };
  useGivenBack(given => {
    if (given.ticket === number) write(given.writing as Writing);
    return false; // the form itself takes it
  });
  const back = () => {
    void navigate({ to: '/desk', search: true });
    setTimeout(() => rowOf(number)?.focus(), 50);
  };
  useKeys({
    u: back,
    d: () => setRail(!rail),
    ...(can.reply && { r: () => write('reply') }),
    ...(can.note && { n: () => write('note') }),
    ...(can.assign && { a: () => setAssigning(true), i: () => assign.mutate({ agent: person }) }),
  });
  // What was possible may be gone when somebody else was quicker; what is written for it stays in sight.
  const possible = isPossible(writing, ticket) || hasDraft(writing) ? writing : can.reply ? 'reply' : 'note';
  return (
    <section className={ticket.inside ? 'ticket inside' : 'ticket'} aria-labelledby="ticket-subject">
      <div className="ticket-main">
        <TicketHeader
          ticket={ticket}
          heading={heading}
          writing={possible}
          onWrite={write}
          assigning={assigning}
          onAssigning={setAssigning}
          onBack={back}
          onDetails={() => setRail(true)}
        />
        <RequestPart ticket={ticket} />
        <Talk {...ticket} history={history} />
        <Suspense fallback={null}>
          <SplitBar ticket={ticket} />
        </Suspense>
        {(ticket.goes_on_in === null || hasDraft('reply') || hasDraft('note')) && (
          <Composer
            ticket={ticket}
            writing={possible}
            asked={asked}
            onWrite={write}
            onShow={setWriting}
            onLeave={leave}
          />
        )}
      </div>
      <InsideCommands ticket={ticket} />
      <MacroCommands ticket={ticket} />
      <Rail ticket={ticket} history={history} open={rail} onClose={() => setRail(false)} />
    </section>
  );
}

/** Its row, or where the list goes on when the ticket is no longer in it. */
const rowOf = (number: number) =>
  document.querySelector<HTMLElement>(`.ticket-grid [data-number="${number}"]`) ??
  document.querySelector<HTMLElement>('.ticket-grid [tabindex="0"]');

const isPossible = (writing: Writing, { can }: TicketWithMessages) =>
  writing === 'reply'
    ? can.reply
    : writing === 'note'
      ? can.note
      : can.moves.some(({ move }) => move === writing);

/** Who opened the ticket from the list goes on in the ticket; who is writing elsewhere is left there. */
function useFocusOnOpening() {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    const at = document.activeElement;
    if (!at || at === document.body || at.closest('.ticket-grid'))
      heading.current?.focus({ preventScroll: true });
  }, []);
  return heading;
}
