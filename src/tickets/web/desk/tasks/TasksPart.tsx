import { useState } from 'react';
import type { Task } from '#tickets/rules/tasks/task.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { Button } from '#ui/ui.ts';
import { useCommands } from '../frame/commands/commands.ts';
import { useDoTask } from './deeds.ts';
import { TaskSheet } from './TaskSheet.tsx';
import { useWorkWords } from './words/use-words.ts';

/** What somebody of the iGroup has to do on this ticket: open tasks in sight, done ones folded. */
export function TasksPart({ ticket }: { ticket: TicketWithMessages }) {
  const words = useWorkWords().tasks;
  const [sheet, setSheet] = useState<Task | 'new'>();
  const { tasks, can } = ticket;
  const open = tasks.filter(({ done }) => !done);
  const done = tasks.filter(({ done }) => done);
  const line = (task: Task) => (
    <TaskLine key={task.id} ticket={ticket} task={task} onChange={() => setSheet(task)} />
  );
  useCommands(
    can.tasks
      ? [
          {
            id: 'add_task',
            name: words.command,
            where: 'ticket',
            keys: ['h'],
            group: 'command',
            run: () => setSheet('new'),
          },
        ]
      : [],
  );
  return (
    <section className="rail-part work-part" aria-label={words.title}>
      <h2>{words.title}</h2>
      {open.length === 0 && <p className="quiet t-13">{words.none}</p>}
      {open.length > 0 && <ul>{open.map(line)}</ul>}
      {done.length > 0 && (
        <details>
          <summary className="quiet t-13">{words.done_ones(done.length)}</summary>
          <ul>{done.map(line)}</ul>
        </details>
      )}
      {can.tasks && (
        <Button small look="bare" icon="plus" className="add-work" onClick={() => setSheet('new')}>
          {words.add} <kbd aria-hidden="true">h</kbd>
        </Button>
      )}
      {sheet && (
        <TaskSheet
          ticket={ticket}
          task={sheet === 'new' ? undefined : sheet}
          onClose={() => setSheet(undefined)}
        />
      )}
    </section>
  );
}

interface TaskLineProps {
  ticket: TicketWithMessages;
  task: Task;
  onChange: () => void;
}

function TaskLine({ ticket: { number, can }, task, onChange }: TaskLineProps) {
  const words = useWorkWords().tasks;
  const act = useDoTask(number);
  const { text, assignee, done } = task;
  return (
    <li>
      <label>
        <input
          type="checkbox"
          checked={done !== null}
          disabled={!can.tasks}
          onChange={() => act.mutate(task)}
        />
        <span className="sr">{text}</span>
      </label>
      <button type="button" className="task-text" disabled={!can.tasks} onClick={onChange}>
        <span className="sr">{words.change_title}: </span>
        {text}
        {done ? (
          <span className="quiet" title={done.at.exact}>
            {words.done_by(done.by.name, done.at.words)}
          </span>
        ) : (
          <span className="quiet">
            {assignee.name}
            <DueWords task={task} />
          </span>
        )}
      </button>
    </li>
  );
}

/** By when, after a comma; overdue in the colour of what is late, and in words. */
export function DueWords({ task: { due, time } }: { task: Pick<Task, 'due' | 'time'> }) {
  const words = useWorkWords().tasks;
  if (!due) return null;
  if (time === 'overdue')
    return (
      <>
        , <span className="late">{words.overdue(due.words)}</span>
      </>
    );
  return <>, {time === 'today' ? words.today : words.by(due.words)}</>;
}
