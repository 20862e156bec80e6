import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState, type FormEvent } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Check } from '#guide/rules/check.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { Button, ExactField, toast, useSubmit } from '#ui/ui.ts';
import { askChecksOf, useChecksLive, useGuideWords } from '../asking.ts';
import { MeasuredShown, ReadingShown } from '../ReadingShown.tsx';
import '../checks.css';

/** Which tickets a code may be read out for; on the others only a run that is there is shown. */
const about_connection = new Set([
  'connectivity',
  'browser_workstation',
  'performance',
  'sis_outage',
  'helpdesk_itself',
]);

/** In the rail of a ticket: what the guide found, question by question; or a code that is read out now. */
export function ChecksPart({ ticket }: { ticket: TicketWithMessages }) {
  const words = useGuideWords().rail;
  const { can } = useSession();
  const { data } = useQuery(askChecksOf(ticket.number));
  const part = useRef<HTMLElement>(null);
  useChecksLive();
  const types = can.open_tickets && !ticket.inside && about_connection.has(ticket.category);
  useCommands(
    types
      ? [
          {
            id: 'type_code',
            name: words.command,
            where: 'ticket',
            group: 'command',
            run: () => part.current?.querySelector('input')?.focus(),
          },
        ]
      : [],
  );
  if (!data || (data.items.length === 0 && !types)) return null;
  return (
    <section ref={part} className="rail-part rail-checks" aria-label={words.title}>
      <h2>{words.title}</h2>
      {data.items.map(check => (
        <Run key={check.id} check={check} />
      ))}
      {data.items.length === 0 && <TypeCode number={ticket.number} />}
    </section>
  );
}

function Run({ check }: { check: Check }) {
  const words = useGuideWords().rail;
  const { answers, measured, ...shown } = check;
  const wrong = measured.filter(({ good }) => !good).length;
  return (
    <div>
      <ReadingShown reading={{ ...shown, answers: [], beside: [] }} />
      <details>
        <summary>{words.answers(answers.length + check.beside.length)}</summary>
        <ReadingShown reading={{ ...check, ending: null, stopped_at: null, unknown: [] }} />
      </details>
      <details open={wrong > 0}>
        <summary>{words.measured(wrong, measured.length)}</summary>
        <MeasuredShown check={check} />
      </details>
    </div>
  );
}

function TypeCode({ number }: { number: number }) {
  const words = useGuideWords().rail;
  const client = useQueryClient();
  const [code, setCode] = useState('');
  const { submit, busy, problem } = useSubmit<unknown>();
  const put = async (event: FormEvent) => {
    event.preventDefault();
    if (!(await submit(`/api/tickets/${number}/checks`, { code }))) return;
    await client.invalidateQueries({ queryKey: askChecksOf(number).queryKey });
    toast({ text: words.done });
  };
  return (
    <form onSubmit={event => void put(event)}>
      <ExactField
        label={words.code}
        error={problem?.errors?.[0]?.sentence ?? problem?.detail}
        maxLength={80}
        required
        value={code}
        onChange={event => setCode(event.target.value)}
      />
      <Button small type="submit" busy={busy}>
        {words.put}
      </Button>
    </form>
  );
}
