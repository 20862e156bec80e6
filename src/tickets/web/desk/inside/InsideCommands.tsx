import { useNavigate } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Ticket } from '#tickets/rules/ticket.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { laterWords } from '#ui/ui.ts';
import { useCommands } from '../frame/commands/commands.ts';
import { useFields } from '../write/use-fields.ts';
import type { InsideWords } from './words/en.ts';

const useInsideWords = laterWords<InsideWords>({
  en: async () => (await import('./words/en.ts')).en,
  fr: async () => (await import('./words/fr.ts')).fr,
});

/** From a ticket to a new one by the palette: one inside about its school, or from one inside to the school. */
export function InsideCommands({ ticket }: { ticket: Ticket }) {
  const { can } = useSession();
  if (!can.open_tickets) return null;
  return (
    <Suspense fallback={null}>
      <Offered ticket={ticket} />
    </Suspense>
  );
}

function Offered({ ticket: { number, school, category, inside } }: { ticket: Ticket }) {
  const words = useInsideWords();
  const navigate = useNavigate();
  const [, set] = useFields('new', 'opening');
  const open = (kind: string) => () => {
    set({ school: String(school.id), requester: '', category, inside: kind, follows: String(number) });
    void navigate({ to: '/desk/new', search: true });
  };
  const command = { where: 'ticket', group: 'command' } as const;
  useCommands([
    { ...command, id: 'open_inside', name: words.open_inside, run: open('yes') },
    ...(inside ? [{ ...command, id: 'tell_school', name: words.tell_school, run: open('') }] : []),
  ]);
  return null;
}
