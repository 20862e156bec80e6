import { useState } from 'react';
import type { NextTraining, NextTrainings as Answer } from '#schools/rules/training/training.ts';
import { api, Button, Icon, Notice, refused, toast, useGet, useLive, useSubmit } from '#ui/ui.ts';
import { useSchoolTrainingWords } from './words.ts';
import './portal-training.css';

const next = '/api/trainings/next';
const moving = /^(place_|session_attended|attendance_|standing_)/;

/** The next trainings, kept up to date: also what stands behind a gate reads this. */
export function useNextTrainings() {
  const got = useGet<Answer>(next);
  useLive(
    ({ kind }) => moving.test(kind) && got.reload(),
    got.reload,
    ({ kind }) => kind === 'trainings' && got.reload(),
  );
  return got;
}

interface NextTrainingsProps {
  answer: Answer;
  onAnswer: (answer: Answer) => void;
}

/** The dates to come with their free places, and the button to ask for one: a part of a page of a school. */
export function NextTrainings({ answer, onAnswer }: NextTrainingsProps) {
  const words = useSchoolTrainingWords();
  if (answer.items.length === 0) return <p className="second">{words.none}</p>;
  return (
    <ul className="next-trainings">
      {answer.items.map(training => (
        <li key={training.id} className="sheet">
          <When training={training} />
          <Mine training={training} onAnswer={onAnswer} />
          <Ask training={training} people={answer.people} onAnswer={onAnswer} />
        </li>
      ))}
    </ul>
  );
}

function When({ training: { course, place, link, sessions, free } }: { training: NextTraining }) {
  const words = useSchoolTrainingWords();
  return (
    <>
      <h3>{course.name}</h3>
      <ul className="sessions">
        {sessions.map(({ id, week, title, period, starts, first_week }) => (
          <li key={id}>
            <time dateTime={starts.at} title={starts.exact}>
              {period}
            </time>
            <span className="second t-14">
              {words.week(week, title)}
              {first_week && ` (${words.first_week})`}
            </span>
          </li>
        ))}
      </ul>
      {place && (
        <p className="t-14">
          {words.place} {place}
        </p>
      )}
      {link && (
        <p className="t-14">
          {words.online} <a href={link}>{link}</a>
        </p>
      )}
      <p className="t-14 second">{free > 0 ? words.free(free) : words.full}</p>
    </>
  );
}

interface PartProps {
  training: NextTraining;
  onAnswer: (answer: Answer) => void;
}

/** Who of one's school asked or has a place. */
function Mine({ training: { id, mine }, onAnswer }: PartProps) {
  const words = useSchoolTrainingWords();
  const takeBack = (person: number) =>
    api.delete<Answer>(`/api/trainings/${id}/requests/${person}`).then(onAnswer, refused);
  if (mine.length === 0) return null;
  return (
    <ul className="places-asked">
      {mine.map(person => (
        <li key={person.id}>
          <Icon name={person.state === 'booked' ? 'check' : 'clock'} />
          <span>
            <b>{person.name}</b> {words.states[person.state]}
          </span>
          {person.can.take_back && (
            <Button small look="bare" onClick={() => void takeBack(person.id)}>
              {words.take_back} <span className="sr">{person.name}</span>
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

function Ask({ training, people, onAnswer }: PartProps & Pick<Answer, 'people'>) {
  const words = useSchoolTrainingWords();
  const { submit, busy, problem } = useSubmit<Answer>();
  const [chosen, setChosen] = useState<number[]>([]);
  const there = new Set(training.mine.filter(({ state }) => state !== 'refused').map(({ id }) => id));
  const askable = people.filter(({ id }) => !there.has(id));
  const wanted = askable.length === 1 ? askable.map(({ id }) => id) : chosen.filter(id => !there.has(id));
  if (askable.length === 0) return null;
  const toggle = (id: number) =>
    setChosen(chosen.includes(id) ? chosen.filter(each => each !== id) : [...chosen, id]);
  const ask = async () => {
    if (wanted.length === 0) return;
    const answer = await submit(`/api/trainings/${training.id}/requests`, { people: wanted });
    if (!answer) return;
    setChosen([]);
    toast({ text: words.asked_now });
    onAnswer(answer);
  };
  return (
    <div className="ask-place">
      {askable.length > 1 && (
        <fieldset>
          <legend>{words.who}</legend>
          {askable.map(({ id, name, trained }) => (
            <label key={id} className="choice">
              <input type="checkbox" checked={chosen.includes(id)} onChange={() => toggle(id)} />
              <span>
                {name}
                {trained && <span className="second t-14"> {words.trained(trained)}</span>}
              </span>
            </label>
          ))}
        </fieldset>
      )}
      {problem && <Notice tone="bad" title={problem.detail} />}
      <Button busy={busy} disabled={wanted.length === 0} onClick={() => void ask()}>
        {wanted.length > 0 && askable.length > 1 ? words.ask_for(wanted.length) : words.ask}
        <span className="sr">
          : {training.course.name}, {training.sessions[0]?.period}
        </span>
      </Button>
    </div>
  );
}
