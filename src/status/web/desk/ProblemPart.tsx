import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import type { ProblemOfTicket } from '#status/rules/problem.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { useCommands } from '#tickets/web/desk/frame/commands/commands.ts';
import { api, Button, refused, Select, toast } from '#ui/ui.ts';
import { NoticeHead } from '../shown/NoticeHead.tsx';
import { askProblem, useDeskStatusWords, useStatusLive } from './asking.ts';
import './desk.css';

/** In the rail of a ticket: the known problem that it is of, or those that it may be put into. */
export function ProblemPart({ ticket }: { ticket: TicketWithMessages }) {
  const words = useDeskStatusWords().rail;
  const { data } = useQuery({ ...askProblem(ticket.number), enabled: !ticket.inside });
  const navigate = useNavigate();
  const part = useRef<HTMLElement>(null);
  const { put, out } = usePutting(ticket.number);
  const write = () =>
    void navigate({ to: '/desk/notices', search: { write: 'yes', ticket: String(ticket.number) } });
  useStatusLive();
  useCommands(
    data?.can.put
      ? [
          {
            ...{ id: 'known_problem', name: words.command, where: 'ticket', group: 'command' },
            run: () => part.current?.querySelector<HTMLElement>('button, select, a')?.focus(),
          },
        ]
      : [],
  );
  if (!data || (!data.problem && !data.can.put)) return null;
  return (
    <section ref={part} className="rail-part rail-problem" aria-label={words.title}>
      <h2>{words.title}</h2>
      {data.problem ? (
        <>
          <Link
            to="/desk/notices/$id"
            params={{ id: data.problem.id }}
            className="name"
            lang={data.problem.lang}
          >
            {data.problem.title}
          </Link>
          <NoticeHead notice={data.problem} />
          {data.can.put && (
            <p>
              <Button small look="bare" onClick={() => void out(data.problem!)}>
                {words.out}
              </Button>
            </p>
          )}
        </>
      ) : (
        <Open of={data.open} put={put} write={data.can.write ? write : undefined} />
      )}
    </section>
  );
}

type Open = ProblemOfTicket['open'];

function Open({
  of,
  put,
  write,
}: {
  of: Open;
  put: (problem: { id: string; title: string }) => Promise<void>;
  write: (() => void) | undefined;
}) {
  const words = useDeskStatusWords().rail;
  const likely = of.filter(each => each.likely).slice(0, 2);
  const others = of.filter(each => !likely.includes(each));
  return (
    <>
      {likely.length > 0 && <p className="quiet t-13">{words.likely}</p>}
      <ul>
        {likely.map(problem => (
          <li key={problem.id}>
            <Link to="/desk/notices/$id" params={{ id: problem.id }} className="name">
              {problem.title}
            </Link>
            <Button
              small
              look="bare"
              aria-label={words.put_into(problem.title)}
              onClick={() => void put(problem)}
            >
              {words.put}
            </Button>
          </li>
        ))}
      </ul>
      {others.length > 0 && (
        <Select
          label={words.choose}
          value=""
          onChange={({ target }) => {
            const chosen = others.find(({ id }) => id === target.value);
            if (chosen) void put(chosen);
          }}
        >
          <option value="">{words.choose_first}</option>
          {others.map(({ id, title, state_words }) => (
            <option key={id} value={id}>
              {title} ({state_words})
            </option>
          ))}
        </Select>
      )}
      {write && (
        <Button small look="bare" onClick={write}>
          {words.write}
        </Button>
      )}
    </>
  );
}

/** Puts the ticket into a problem or takes it out; each is undone by the other. */
function usePutting(number: number) {
  const words = useDeskStatusWords().rail;
  const client = useQueryClient();
  const path = `/api/tickets/${number}/problem`;
  const show = (answer: ProblemOfTicket) => {
    client.setQueryData(askProblem(number).queryKey, answer);
    void client.invalidateQueries({ queryKey: ['history', number] });
  };
  const putIn = (id: string) => api.put<ProblemOfTicket>(path, { notice: id }).then(show);
  const takeOut = () => api.delete<ProblemOfTicket>(path).then(show);
  const say = (text: string, undo: () => Promise<void>) =>
    toast({ text, action: { label: words.undo, run: () => void undo().catch(refused) } });
  return {
    put: ({ id, title }: { id: string; title: string }) =>
      putIn(id).then(() => void say(words.put_done(title), takeOut), refused),
    out: ({ id }: { id: string }) => takeOut().then(() => void say(words.out_done, () => putIn(id)), refused),
  };
}
