import { Link } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { soon } from '#ui/floating/soon.tsx';
import { Button, useLang } from '#ui/ui.ts';
import { useCommands } from '../frame/commands/commands.ts';
import './rail-fields.css';
import { useTicketFields } from './use-ticket-fields.ts';
import { useFieldsWords } from './words.ts';

const FieldsSheet = soon(async () => (await import('./FieldsSheet.tsx')).FieldsSheet);

/** What the list can be filtered by. */
const by_answer = new Set(['choice', 'date', 'checkbox', 'person']);

const askedFor = (value: string | number | boolean) => (value === true ? 'yes' : String(value));

/** What the ticket's own fields hold, and what of them is still needed. */
export function RailFields({ ticket }: { ticket: TicketWithMessages }) {
  return (
    <Suspense fallback={null}>
      <Inside ticket={ticket} />
    </Suspense>
  );
}

function Inside({ ticket }: { ticket: TicketWithMessages }) {
  const words = useFieldsWords().on_ticket;
  const [lang] = useLang();
  const { shown } = useTicketFields(ticket);
  const [open, setOpen] = useState(false);
  const may = ticket.can.change && shown.length > 0;
  const filled = new Set(ticket.fields.map(({ id }) => id));
  const needed = shown.filter(({ id, required }) => required === 'solving' && !filled.has(id));
  const answered = new Set(shown.filter(({ kind }) => by_answer.has(kind)).map(({ id }) => id));
  const empty = shown.filter(({ id }) => !filled.has(id)).length - needed.length;
  useCommands(
    may
      ? [{ id: 'fields', name: words.title, where: 'ticket', group: 'command', run: () => setOpen(true) }]
      : [],
  );
  if (ticket.fields.length === 0 && shown.length === 0) return null;
  return (
    <section className="rail-part" aria-label={words.label}>
      <h2>{words.label}</h2>
      <dl className="facts custom-facts">
        {ticket.fields.map(field => (
          <div key={field.id}>
            <dt>
              {field.name}
              {field.removed && <span className="quiet"> · {words.removed}</span>}
              {field.inside && !field.removed && <span className="quiet"> · {words.inside}</span>}
            </dt>
            <dd>
              {answered.has(field.id) ? (
                <Link
                  to="/desk"
                  search={{ state: 'all', field: `${field.id}:${askedFor(field.value)}` }}
                  title={words.same}
                >
                  {field.words}
                </Link>
              ) : (
                field.words
              )}
            </dd>
          </div>
        ))}
        {needed.map(({ id, name }) => (
          <div key={id}>
            <dt>{name[lang]}</dt>
            <dd className="quiet">{words.needed}</dd>
          </div>
        ))}
      </dl>
      {empty > 0 && <p className="quiet t-13">{words.empty(empty)}</p>}
      {may && (
        <Button small onClick={() => setOpen(true)}>
          {filled.size > 0 ? words.change : words.fill_in}
        </Button>
      )}
      {open && <FieldsSheet ticket={ticket} onClose={() => setOpen(false)} />}
    </section>
  );
}
