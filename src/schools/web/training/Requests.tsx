import type { TrainingWithPlaces } from '#schools/rules/training/training.ts';
import { Button } from '#ui/ui.ts';
import { usePlace, useTrainingWords } from './asking.ts';

/** Who asked for a place: answered with one press, undone with another. */
export function Requests({ training: { id, places, can } }: { training: TrainingWithPlaces }) {
  const words = useTrainingWords();
  const { mutate, isPending } = usePlace(id);
  const asking = places.filter(({ state }) => state === 'asked');
  if (asking.length === 0) return null;
  return (
    <section>
      <h2>{words.asked}</h2>
      <ul className="lines">
        {asking.map(({ person, school, by, at }) => (
          <li key={person.id}>
            <span className="line-text">
              <span className="name">{person.name}</span> · {school.name}
              <br />
              <span className="quiet t-13">{words.asked_by(by, at.words)}</span>
            </span>
            {can.change &&
              (['booked', 'refused'] as const).map(to => (
                <Button
                  key={to}
                  small
                  look={to === 'booked' ? 'plain' : 'bare'}
                  busy={isPending}
                  onClick={() => mutate({ ...person, was: 'asked', to })}
                >
                  {to === 'booked' ? words.book : words.refuse} <span className="sr">{person.name}</span>
                </Button>
              ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
