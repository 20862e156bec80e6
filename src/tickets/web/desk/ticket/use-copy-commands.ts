import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { copyText } from '#ui/copy.ts';
import { toast } from '#ui/ui.ts';
import { useCommands, type Command } from '../frame/commands/commands.ts';
import { useFrameWords } from '../frame/words/use-words.ts';

/** `y`, then what is copied of the open ticket: its number, its subject, its address. */
export function useCopyCommands({ number, subject }: TicketWithMessages): void {
  const words = useFrameWords().copy;
  const copy = (what: 'number' | 'subject' | 'link', key: string, text: () => string): Command => ({
    id: `copy ${what}`,
    name: words[what],
    where: 'ticket',
    group: 'command',
    keys: ['y', key],
    run: () => {
      const copied = text();
      void copyText(copied).then(done => toast({ text: done ? words.copied(copied) : words.failed }));
    },
  });
  useCommands([
    copy('number', 'n', () => String(number)),
    copy('subject', 's', () => `${number} · ${subject}`),
    copy('link', 'l', () => `${location.origin}/desk/tickets/${number}`),
  ]);
}
