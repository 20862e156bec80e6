import type { Rota, RotaPerson } from '#tickets/rules/absences/absence.ts';
import { Button, IconButton } from '#ui/ui.ts';
import { useHandingWords } from './words.ts';

/** Two weeks as a strip for each person: a day is two halves, told by shape and, to who hears it, by word. */
export function TwoWeeks({ rota, onFrom }: { rota: Rota; onFrom: (from: string | undefined) => void }) {
  const words = useHandingWords().absences;
  const { days, people } = rota;
  const now = days.some(({ today }) => today);
  return (
    <section>
      <header>
        <p className="name">{rota.words}</p>
        <div className="deeds">
          {!now && (
            <Button small look="bare" onClick={() => onFrom(undefined)}>
              {words.this_week}
            </Button>
          )}
          <IconButton small icon="left" label={words.earlier} onClick={() => onFrom(rota.before)} />
          <IconButton small icon="right" label={words.later} onClick={() => onFrom(rota.after)} />
        </div>
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- it scrolls sideways where there is no room */}
      <div className="rota-box" tabIndex={0} role="region" aria-label={words.picture}>
        <table className="rota">
          <thead>
            <tr>
              <th scope="col">{words.person}</th>
              {days.map(({ date, weekday, day, words: said, today }) => (
                <th
                  key={date}
                  scope="col"
                  title={said}
                  data-today={today || undefined}
                  data-weekend={weekday > 5 || undefined}
                >
                  <span aria-hidden="true">{words.days[weekday - 1]}</span>
                  <span aria-hidden="true">{day}</span>
                  <span className="sr">{said}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {people
              .filter(({ left }) => !left)
              .map(person => (
                <PersonRow key={person.id} person={person} days={days} />
              ))}
          </tbody>
        </table>
      </div>
      <p className="rota-key t-13" aria-hidden="true">
        {(['there', 'absent', 'off'] as const).map(half => (
          <span key={half}>
            <i className="rota-half" data-half={half} /> {words.halves[half]}
          </span>
        ))}
      </p>
    </section>
  );
}

function PersonRow({ person: { name, halves }, days }: { person: RotaPerson; days: Rota['days'] }) {
  const words = useHandingWords().absences;
  return (
    <tr>
      <th scope="row">{name}</th>
      {days.map(({ date, today, weekday, words: day }, at) => {
        const [morning, afternoon] = [halves[at * 2]!, halves[at * 2 + 1]!];
        const said = words.half_of(words.halves[morning], words.halves[afternoon]);
        return (
          <td key={date} data-today={today || undefined} data-weekend={weekday > 5 || undefined}>
            <span className="rota-day" title={`${name}, ${day}: ${said}`}>
              <i className="rota-half" data-half={morning} />
              <i className="rota-half" data-half={afternoon} />
            </span>
            <span className="sr">{said}</span>
          </td>
        );
      })}
    </tr>
  );
}
