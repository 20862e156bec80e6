import { Link } from '@tanstack/react-router';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button, IconButton } from '#ui/ui.ts';
import { openPalette } from '../frame/palette/open.ts';
import { useTagWords } from './asking.ts';
import './tags.css';
import { useTagging } from './use-tagging.ts';

/** The ticket's tags: each leads to all tickets that have it; `t` puts one on. */
export function TagsOnTicket({ ticket: { number, tags, can } }: { ticket: TicketWithMessages }) {
  const words = useTagWords();
  const tagging = useTagging(number);
  if (!can.tag && tags.length === 0) return null;
  return (
    <section className="rail-part" id="tags-on-ticket" tabIndex={-1} aria-label={words.title}>
      <h2>{words.title}</h2>
      {tags.length === 0 && <p className="quiet t-13">{words.none}</p>}
      <ul className="tags-on-ticket">
        {tags.map(({ id, name }) => (
          <li key={id} className="tag">
            <Link to="/desk" search={{ state: 'all', tag: String(id) }} title={words.find(name)}>
              {name}
            </Link>
            {can.tag && (
              <IconButton
                small
                icon="x"
                label={words.remove(name)}
                onClick={() => {
                  // The button goes with it: the focus stays with the list.
                  document.getElementById('tags-on-ticket')?.focus();
                  tagging.mutate({ remove: [name] });
                }}
              />
            )}
          </li>
        ))}
      </ul>
      {can.tag && (
        <Button small look="bare" icon="plus" onClick={() => openPalette('tag')}>
          {words.add}
        </Button>
      )}
    </section>
  );
}
