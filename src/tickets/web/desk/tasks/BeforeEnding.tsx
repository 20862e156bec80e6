import { Suspense } from 'react';
import type { Move } from '#tickets/rules/lifecycle.ts';
import { asksAboutTasks, heldBackBy, task_fates, type TaskFate } from '#tickets/rules/tasks/ending.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { CheckBox, RadioGroup, type Problem } from '#ui/ui.ts';
import { useTick } from './deeds.ts';
import { DueWords } from './TasksPart.tsx';
import { useWorkWords } from './words/use-words.ts';
import './work.css';

interface BeforeEndingProps {
  ticket: TicketWithMessages;
  move: Move;
  fate: string;
  problem: Problem | undefined;
  onFate: (fate: TaskFate) => void;
}

/** In the form of a move that ends the desk's work: what has to be ticked first, and what becomes of open tasks. */
export function BeforeEnding(props: BeforeEndingProps) {
  const to = props.ticket.can.moves.find(({ move }) => move === props.move)?.to;
  if (!to || !asksAboutTasks(to)) return null;
  return (
    <Suspense fallback={null}>
      <div className="before-ending">
        <ItemsFirst {...props} />
        <OpenTasks {...props} />
      </div>
    </Suspense>
  );
}

function ItemsFirst({ ticket, move, problem }: BeforeEndingProps) {
  const words = useWorkWords().ending;
  const tick = useTick(ticket.number);
  const items = heldBackBy(move, ticket.checklist);
  if (items.length === 0) return null;
  return (
    <fieldset className="field">
      <legend>{words.tick}</legend>
      {items.map(item => (
        <CheckBox
          key={item.id}
          label={item.text}
          checked={false}
          aria-invalid={problem?.stop === 'open_items' || undefined}
          onChange={() => tick.mutate(item)}
        />
      ))}
      {problem?.stop === 'open_items' && <p className="error">{problem.detail}</p>}
    </fieldset>
  );
}

function OpenTasks({ ticket, fate, problem, onFate }: BeforeEndingProps) {
  const words = useWorkWords().ending;
  const open = ticket.tasks.filter(({ done }) => !done);
  if (open.length === 0) return null;
  const one = open.length === 1;
  const label = {
    keep: one ? words.keep_one : words.keep,
    drop: one ? words.drop_one : words.drop,
  };
  return (
    <RadioGroup
      name="open-tasks"
      label={words.open(open.length)}
      hint={
        <span className="open-tasks">
          {open.map(task => (
            <span key={task.id}>
              {task.text} · {task.assignee.name}
              <DueWords task={task} />
            </span>
          ))}
        </span>
      }
      choices={task_fates.map(value => ({ value, label: label[value] }))}
      value={task_fates.find(each => each === fate)}
      error={problem?.stop === 'open_tasks' ? problem.detail : undefined}
      onChange={onFate}
    />
  );
}
