import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { RequestView } from '../RequestView.tsx';
import { useRequest } from '../use-request.ts';
import { useRightsWords } from '../words.ts';

/** On the desk's page of a ticket: the request, and what can be done with it in the palette too. */
export function RequestPart({ ticket }: { ticket: TicketWithMessages }) {
  const words = useRightsWords();
  const of = useRequest(ticket);
  useCommands(
    of.deeds.map(deed => ({
      id: `rights ${deed}`,
      name: words.palette(words.deeds[deed]),
      where: 'ticket',
      group: 'move',
      run: () => of.start(deed),
    })),
  );
  return <RequestView of={of} />;
}
