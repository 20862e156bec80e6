import { useEffect, useRef, useState, type FormEvent } from 'react';
import { Button, Select, useGet } from '#ui/ui.ts';
import { usePortalWords } from '../../words.ts';
import type { OfTicket } from '../TicketPage.tsx';
import { usePutPeople } from './use-put-people.ts';

/** Opens in its place: one of the school's people who is not on the ticket yet. */
export function AddColleague(of: OfTicket) {
  const { people: words } = usePortalWords();
  const [open, setOpen] = useState(false);
  const was = useRef(false);
  const opener = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The form gives the focus back to what had opened it.
    if (was.current && !open) opener.current?.querySelector('button')?.focus();
    was.current = open;
  }, [open]);
  return (
    <div ref={opener} className="add-colleague no-print">
      {open ? (
        <Choose {...of} close={() => setOpen(false)} />
      ) : (
        <Button small icon="plus" onClick={() => setOpen(true)}>
          {words.add}
        </Button>
      )}
    </div>
  );
}

function Choose({ close, ...of }: OfTicket & { close: () => void }) {
  const { ticket } = of;
  const { people: words, moves, failed } = usePortalWords();
  const { data, problem } = useGet<{ items: { id: number; name: string }[] }>(
    `/api/tickets/${ticket.number}/colleagues`,
  );
  const { add } = usePutPeople(of);
  const [chosen, setChosen] = useState('');
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('select')?.focus(), []);
  const on = new Set(ticket.people.map(({ id }) => id));
  const others = data?.items.filter(({ id }) => !on.has(id));
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const person = others?.find(({ id }) => String(id) === chosen);
    if (!person) return form.current?.querySelector('select')?.focus();
    await add(person);
    close();
  };
  return (
    <form ref={form} onSubmit={event => void submit(event)}>
      <Select
        id="colleague"
        label={words.who}
        hint={others?.length === 0 ? words.all_on : words.hint}
        error={problem && failed}
        value={chosen}
        onChange={event => setChosen(event.target.value)}
        onKeyDown={event => event.key === 'Escape' && close()}
      >
        <option value="">{words.choose}</option>
        {others?.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <div className="go">
        <Button small type="submit">
          {words.put_on}
        </Button>
        <Button small look="bare" onClick={close}>
          {moves.cancel}
        </Button>
      </div>
    </form>
  );
}
