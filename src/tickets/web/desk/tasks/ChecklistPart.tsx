import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ChecklistItem } from '#tickets/rules/tasks/checklist.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { PickMenu } from '#ui/floating/PickMenu.tsx';
import { IconButton } from '#ui/ui.ts';
import { askChecklists } from '../checklists/asking.ts';
import { useAddChecklist, useRemoveItem, useTick } from './deeds.ts';
import { ItemSheet } from './ItemSheet.tsx';
import { useWorkWords } from './words/use-words.ts';

/** A ticket's checklist, under the names that its items came with. */
export function ChecklistPart({ ticket }: { ticket: TicketWithMessages }) {
  const words = useWorkWords().checklist;
  const { checklist, can } = ticket;
  const lists = [...new Set(checklist.map(({ list }) => list))];
  return (
    <section className="rail-part work-part" id="checklist" tabIndex={-1} aria-label={words.title}>
      <h2>
        {words.title}
        {checklist.length > 0 && (
          <span className="so-far">
            {checklist.filter(({ ticked }) => ticked).length} / {checklist.length}
          </span>
        )}
      </h2>
      {checklist.length === 0 && <p className="quiet t-13">{words.none}</p>}
      {lists.map(list => (
        <div key={list ?? ''}>
          <p className="list-name">{list ?? (lists.length > 1 && words.own)}</p>
          <ul>
            {checklist
              .filter(item => item.list === list)
              .map(item => (
                <Item key={item.id} ticket={ticket} item={item} />
              ))}
          </ul>
        </div>
      ))}
      {can.tasks && <AddToChecklist ticket={ticket} />}
    </section>
  );
}

function Item({ ticket: { number, can }, item }: { ticket: TicketWithMessages; item: ChecklistItem }) {
  const words = useWorkWords().checklist;
  const tick = useTick(number);
  const remove = useRemoveItem(number);
  const { text, ticked, required_before_solving: required } = item;
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={ticked !== null}
          disabled={!can.tasks}
          onChange={() => tick.mutate(item)}
        />
        <span>
          {text} {required && !ticked && <span className="tag">{words.required}</span>}
          {ticked && (
            <span className="quiet" title={ticked.at.exact}>
              {words.by(ticked.by.name, ticked.at.words)}
            </span>
          )}
        </span>
      </label>
      {can.tasks && (
        <IconButton
          small
          icon="x"
          label={words.remove(text)}
          onClick={() => {
            // The button goes with its item: the focus stays with the list.
            document.getElementById('checklist')?.focus();
            remove.mutate(item);
          }}
        />
      )}
    </li>
  );
}

/** The checklists that there are, asked for when somebody wants to choose, and an item of one's own. */
function AddToChecklist({ ticket }: { ticket: TicketWithMessages }) {
  const words = useWorkWords().checklist;
  const [open, setOpen] = useState(false);
  const [writing, setWriting] = useState(false);
  const add = useAddChecklist(ticket.number);
  const { data } = useQuery({ ...askChecklists(), enabled: open });
  const there = new Set(ticket.checklist.map(({ list }) => list));
  const others = data?.items.filter(({ name }) => !there.has(name)) ?? [];
  return (
    <>
      <PickMenu
        label={words.add}
        value=""
        options={[
          { id: 'own', name: words.of_its_own },
          ...others.map(({ id, name }) => ({ id: String(id), name })),
        ]}
        onPick={id => {
          const list = others.find(other => String(other.id) === id);
          if (list) add.mutate(list);
          else setTimeout(() => setWriting(true));
        }}
        // Only with its lines, so that the keyboard begins at the first.
        open={open && data !== undefined}
        onOpen={setOpen}
      >
        {words.add}
      </PickMenu>
      {writing && <ItemSheet number={ticket.number} onClose={() => setWriting(false)} />}
    </>
  );
}
