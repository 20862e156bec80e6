import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { MyTasks } from '#tickets/rules/tasks/task.ts';
import { task_times } from '#tickets/rules/tasks/task-times.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Nothing, NotYet, useLive } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { askMyTasks } from './asking.ts';
import { useDoTask } from './deeds.ts';
import './work.css';
import { useWorkWords } from './words/use-words.ts';

/** One's own open tasks on all tickets, by their day. */
export function TasksPage() {
  const words = useWorkWords().page;
  const client = useQueryClient();
  const asked = useQuery(askMyTasks());
  const { data } = asked;
  useLive(({ ticket }) => {
    if (ticket !== null) void client.invalidateQueries({ queryKey: ['tasks'] });
  });
  return (
    <WorkPage title={words.title} lead={words.lead}>
      <NotYet asked={asked} lines={6} words={words} />
      {data?.items.length === 0 && <Nothing title={words.empty} hint={words.empty_hint} />}
      {data && task_times.map(time => <Tasks key={time} title={words.times[time]} items={of(data, time)} />)}
    </WorkPage>
  );
}

type MyTask = MyTasks['items'][number];
const of = ({ items }: MyTasks, time: MyTask['time']) => items.filter(task => task.time === time);

function Tasks({ title, items }: { title: string; items: readonly MyTask[] }) {
  if (items.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul className="lines my-tasks">
        {items.map(task => (
          <TaskLine key={task.id} task={task} />
        ))}
      </ul>
    </section>
  );
}

function TaskLine({ task }: { task: MyTask }) {
  const words = useWorkWords().page;
  const { states } = useTicketWords();
  const act = useDoTask(task.ticket.number);
  const client = useQueryClient();
  const { ticket, due, by, assignee } = task;
  const finish = () =>
    act.mutate(task, { onSettled: () => void client.invalidateQueries({ queryKey: ['tasks'] }) });
  return (
    <li>
      <label className="tick">
        <input type="checkbox" checked={false} onChange={finish} />
        <span className="sr">{words.done(task.text)}</span>
      </label>
      <span className="line-text">
        <span className="name">{task.text}</span>
        <Link to="/desk/tickets/$number" params={{ number: String(ticket.number) }} className="t-13">
          <StateShape state={ticket.state} label={states[ticket.state]} />
          <span>
            {ticket.number} · {ticket.subject} · {ticket.school}
          </span>
        </Link>
      </span>
      <span className="quiet t-13">
        {[by.id !== assignee.id && words.given_by(by.name), due?.words].filter(Boolean).join(' · ')}
      </span>
    </li>
  );
}
