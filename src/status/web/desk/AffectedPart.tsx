import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Notice } from '#status/rules/notice.ts';
import { takesMeToo } from '#status/rules/kinds.ts';
import type { Affected } from '#status/rules/problem.ts';
import { api, Button, IconButton, NotYet, refused, TextField, toast, useSubmit } from '#ui/ui.ts';
import { askAffected, base, useChanged, useDeskStatusWords } from './asking.ts';

/** Who is affected: its tickets, who says "me too", and what they work with. */
export function AffectedPart({ notice }: { notice: Notice }) {
  const words = useDeskStatusWords();
  const asked = useQuery(askAffected(notice.id));
  const { data } = asked;
  if (!takesMeToo(notice.kind)) return null;
  const inside = notice.inside!;
  return (
    <aside className="status-affected" aria-label={words.affected.title}>
      <h2>{words.affected.title}</h2>
      <p className="second t-13">
        {[words.schools(inside.affected_schools), inside.computers > 0 && words.computers(inside.computers)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <NotYet asked={asked} lines={5} words={words} />
      {data && (
        <>
          <h3>{words.affected.tickets}</h3>
          {data.tickets.length === 0 && <p className="quiet t-13">{words.affected.tickets_none}</p>}
          <Tickets of={data.tickets} notice={notice} />
          {notice.can.gather && <AddTickets id={notice.id} />}
          <h3>{words.affected.me_toos}</h3>
          {data.me_toos.length === 0 && <p className="quiet t-13">{words.affected.me_toos_none}</p>}
          <MeToos of={data.me_toos} asked={notice.state === 'solved'} />
          {data.environments.length > 0 && (
            <>
              <h3>{words.affected.environments}</h3>
              <ul className="t-13">
                {data.environments.map(({ name, count }) => (
                  <li key={name}>
                    {name} <span className="quiet">{words.computers(count)}</span>
                  </li>
                ))}
              </ul>
            </>
          )}
        </>
      )}
    </aside>
  );
}

function Tickets({ of, notice }: { of: Affected['tickets']; notice: Notice }) {
  const words = useDeskStatusWords().affected;
  const changed = useChanged();
  const path = (number: number) => `/api/tickets/${number}/problem`;
  const putBack = (number: number) => api.put(path(number), { notice: notice.id }).then(changed, refused);
  const part = (number: number) =>
    api.delete(path(number)).then(() => {
      changed();
      toast({ text: words.parted(number), action: { label: words.undo, run: () => void putBack(number) } });
    }, refused);
  return (
    <ul>
      {of.map(({ number, subject, school, state_words }) => (
        <li key={number}>
          <span>
            <Link
              to="/desk/tickets/$number"
              params={{ number: String(number) }}
              search={true}
              className="name"
            >
              {number} · {subject}
            </Link>
            <span className="quiet t-13 block">
              {school.name} · {state_words}
            </span>
          </span>
          {notice.can.gather && (
            <IconButton small icon="x" label={words.part(number)} onClick={() => void part(number)} />
          )}
        </li>
      ))}
    </ul>
  );
}

function MeToos({ of, asked }: { of: Affected['me_toos']; asked: boolean }) {
  const words = useDeskStatusWords();
  const answerOf = (works: boolean | null) =>
    works === null ? asked && words.affected.unanswered : works ? words.affected.works : words.affected.still;
  return (
    <ul>
      {of.map(({ person, school, at, browser, system, computers, works, ticket }) => (
        <li key={person.id}>
          <span>
            {person.name}, {school.name}
            <span className="quiet t-13 block">
              {[at.words, browser, system, computers && words.computers(computers), answerOf(works)]
                .filter(Boolean)
                .join(' · ')}
              {ticket !== null && (
                <>
                  {' · '}
                  <Link to="/desk/tickets/$number" params={{ number: String(ticket) }} search={true}>
                    {ticket}
                  </Link>
                </>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Many at once, by their numbers. */
function AddTickets({ id }: { id: string }) {
  const words = useDeskStatusWords().affected;
  const changed = useChanged();
  const { submit, busy, problem } = useSubmit<{ gathered: number }>();
  const [numbers, setNumbers] = useState('');
  const [wrong, setWrong] = useState(false);
  const add = async () => {
    const tickets = numbers
      .split(/[\s,;]+/)
      .filter(Boolean)
      .map(Number);
    const bad = tickets.length === 0 || tickets.some(number => !Number.isSafeInteger(number) || number < 1);
    setWrong(bad);
    if (bad) return;
    const done = await submit(`${base}/${id}/tickets`, { tickets });
    if (!done) return;
    setNumbers('');
    changed();
    toast({ text: words.added(done.gathered) });
  };
  const refusal = problem && (problem.errors[0]?.sentence ?? problem.detail);
  return (
    <form
      className="status-add"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void add();
      }}
    >
      <TextField
        label={words.add}
        hint={words.add_hint}
        inputMode="numeric"
        autoComplete="off"
        value={numbers}
        error={wrong ? words.add_error : refusal}
        onChange={event => setNumbers(event.target.value)}
      />
      <Button small type="submit" busy={busy}>
        {words.add_deed}
      </Button>
    </form>
  );
}
