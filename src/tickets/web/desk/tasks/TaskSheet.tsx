import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { worksTickets } from '#accounts/rules/who.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { Task } from '#tickets/rules/tasks/task.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Button, Select, TextField, useSubmit } from '#ui/ui.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { useDone } from '../undo/use-done.ts';
import { useDropTask } from './deeds.ts';
import { useWorkWords } from './words/use-words.ts';

interface TaskSheetProps {
  ticket: TicketWithMessages;
  /** Which to change; none is a new one. */
  task: Task | undefined;
  onClose: () => void;
}

/** What is to be done, by whom, by when. */
export function TaskSheet({ ticket: { number }, task, onClose }: TaskSheetProps) {
  const { tasks: words, cancel, save } = useWorkWords();
  const { person } = useSession();
  const agents = (useQuery(askAgents()).data ?? []).filter(
    ({ id, left, roles }) => id === task?.assignee.id || (!left && worksTickets(roles)),
  );
  const { submit, busy, problem } = useSubmit<TicketWithMessages>(task ? 'patch' : 'post');
  const drop = useDropTask(number);
  const changed = useTicketChanged();
  const done = useDone();
  const [text, setText] = useState(task?.text ?? '');
  const [assignee, setAssignee] = useState(task?.assignee.id ?? person.id);
  const [due, setDue] = useState(task?.due?.date ?? '');
  const send = async () => {
    const path = `/api/tickets/${number}/tasks${task ? `/${task.id}` : ''}`;
    const ticket = await submit(path, { text, assignee, due: due || null });
    if (!ticket) return;
    changed(ticket);
    const name = agents.find(({ id }) => id === assignee)?.name ?? person.name;
    done(ticket, task ? words.changed : words.given(name));
    onClose();
  };
  return (
    <SheetForm
      title={task ? words.change_title : words.new_title}
      deed={task ? save : words.give}
      cancel={cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <TextField
        label={words.text}
        autoFocus
        autoComplete="off"
        maxLength={200}
        value={text}
        error={problem?.of('text')}
        onChange={event => setText(event.target.value)}
      />
      <Select
        label={words.whose}
        value={String(assignee)}
        error={problem?.of('assignee')}
        onChange={event => setAssignee(Number(event.target.value))}
      >
        {agents.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        label={words.due}
        hint={words.due_hint}
        optional
        type="date"
        value={due}
        error={problem?.of('due')}
        onChange={event => setDue(event.target.value)}
      />
      {task && (
        <div>
          <Button
            small
            look="bare"
            onClick={() => {
              drop.mutate(task);
              onClose();
            }}
          >
            {words.drop}
          </Button>
        </div>
      )}
    </SheetForm>
  );
}
