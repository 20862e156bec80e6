import { Suspense } from 'react';
import type { HistoryLine, TicketWithMessages } from '#tickets/rules/ticket.ts';
import { RailPart } from '../../beside.tsx';
import { soon } from '#ui/floating/soon.tsx';
import { IconButton, useUiWords } from '#ui/ui.ts';
import { useDrawer } from '../frame/use-drawer.ts';
import { Veil } from '../frame/Veil.tsx';
import { useDeskWords } from '../words/use-words.ts';
import { Joinings } from '../joining/Joinings.tsx';
import { RailFields } from '../fields/RailFields.tsx';
import { Facts } from './Facts.tsx';
import { HistoryPart } from './history/HistoryPart.tsx';
import { OtherTickets } from './OtherTickets.tsx';
import { PeopleOnTicket } from './PeopleOnTicket.tsx';
import './rail.css';
import { SchoolCard } from './SchoolCard.tsx';
import { TagsOnTicket } from '../tags/TagsOnTicket.tsx';
import { WorkInRail } from '../tasks/InRail.tsx';

const PromisePart = soon(async () => (await import('./PromisePart.tsx')).PromisePart);

interface RailProps {
  ticket: TicketWithMessages;
  history: readonly HistoryLine[];
  /** Only matters where the rail is a drawer. */
  open: boolean;
  onClose: () => void;
}

/** What to know beside the talk: the school, the ticket's facts, its story. A drawer where there is no room. */
export function Rail({ ticket, history, open, onClose }: RailProps) {
  const words = useDeskWords().rail;
  const { close } = useUiWords();
  const rail = useDrawer(open, onClose);
  return (
    <>
      {open && <Veil className="rail-veil" onPress={onClose} />}
      <section
        ref={rail}
        className="rail"
        aria-label={words.label}
        data-open={open || undefined}
        tabIndex={-1}
      >
        <IconButton small icon="x" label={close} onClick={onClose} />
        <SchoolCard school={ticket.school} />
        <PromisePart ticket={ticket} />
        {!ticket.inside && <PeopleOnTicket ticket={ticket} />}
        <RailPart ticket={ticket} />
        <WorkInRail ticket={ticket} />
        <Facts ticket={ticket} />
        <RailFields ticket={ticket} />
        <Suspense fallback={null}>
          <TagsOnTicket ticket={ticket} />
          <Joinings ticket={ticket} onChoosing={onClose} />
        </Suspense>
        <OtherTickets ticket={ticket} />
        <HistoryPart history={history} />
      </section>
    </>
  );
}
