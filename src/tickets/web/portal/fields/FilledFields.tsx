import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCustomFieldWords } from '../../fields/CustomFields.tsx';

/** What the school filled in, as it stands now. */
export function FilledFields({ ticket }: { ticket: TicketWithMessages }) {
  const words = useCustomFieldWords();
  return (
    <section>
      <h2>{words.filled_in}</h2>
      <dl className="filled">
        {ticket.fields.map(({ id, name, words: said }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
