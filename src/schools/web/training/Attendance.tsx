import { Link } from '@tanstack/react-router';
import type { KeyboardEvent } from 'react';
import type { TrainingWithPlaces } from '#schools/rules/training/training.ts';
import { Button, IconButton, Nothing } from '#ui/ui.ts';
import { useAttendance, usePlace, useTrainingWords } from './asking.ts';

/** Who was at which session: a box each, ticked by Space and walked by the arrows. */
export function Attendance({ training }: { training: TrainingWithPlaces }) {
  const { id, sessions, places, can } = training;
  const words = useTrainingWords();
  const { mutate: note } = useAttendance(id);
  const { mutate: place } = usePlace(id);
  const booked = places.filter(({ state }) => state === 'booked');
  return (
    <section>
      <header>
        <h2>{words.attendance}</h2>
        {booked.length > 0 && can.change && <p className="quiet t-13">{words.attendance_hint}</p>}
      </header>
      {booked.length === 0 && <Nothing title={words.nobody} hint={words.nobody_hint} />}
      {booked.length > 0 && (
        <div className="attendance">
          <table className="work-table">
            <thead>
              <tr>
                <th scope="col">{words.person}</th>
                {sessions.map(session => (
                  <th key={session.id} scope="col">
                    <span className="t-13 name">{session.title}</span>
                    <span>{session.period}</span>
                    {session.first_week && <span>{words.first_week}</span>}
                    {can.change && session.begun && (
                      <Button
                        small
                        look="bare"
                        aria-label={words.all_were(session.title)}
                        onClick={() =>
                          note({
                            session: session.id,
                            people: booked.map(({ person }) => person.id),
                            attended: true,
                          })
                        }
                      >
                        {words.all_there}
                      </Button>
                    )}
                  </th>
                ))}
                <th scope="col">{words.trained}</th>
                {can.change && (
                  <td>
                    <span className="sr">{words.take_off}</span>
                  </td>
                )}
              </tr>
            </thead>
            <tbody>
              {booked.map(({ person, school, attended, trained, left }) => (
                <tr key={person.id}>
                  <th scope="row">
                    <span className="name">{person.name}</span>
                    {left && <span className="quiet"> ({words.gone})</span>}
                    <br />
                    <Link to="/desk/schools/$id" params={{ id: String(school.id) }} className="t-13">
                      {school.name}
                    </Link>
                  </th>
                  {sessions.map(session => (
                    <td key={session.id}>
                      <input
                        type="checkbox"
                        aria-label={words.was_at(person.name, session.title)}
                        disabled={!can.change || !session.begun}
                        checked={attended.includes(session.id)}
                        onKeyDown={walk}
                        onChange={event =>
                          note({ session: session.id, people: [person.id], attended: event.target.checked })
                        }
                      />
                    </td>
                  ))}
                  <td className="t-13">{trained && words.trained_since(trained)}</td>
                  {can.change && (
                    <td>
                      <IconButton
                        small
                        icon="x"
                        label={`${words.take_off}: ${person.name}`}
                        onClick={() => place({ ...person, was: 'booked', to: 'given_up' })}
                      />
                    </td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

const ways: Record<string, [rows: number, columns: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** From box to box by the arrows. */
function walk(event: KeyboardEvent<HTMLInputElement>): void {
  const way = ways[event.key];
  const cell = event.currentTarget.closest('td');
  const row = cell?.closest('tr');
  if (!way || !cell || !row) return;
  const rows = [...row.closest('tbody')!.rows];
  const next = rows[rows.indexOf(row) + way[0]]?.cells[cell.cellIndex + way[1]];
  const box = next?.querySelector<HTMLInputElement>('input[type=checkbox]');
  if (!box) return;
  event.preventDefault();
  box.focus();
}
