import type { ClockRead, Clocks } from '../../rules/clocks/schemas.ts';
import { useClockWords } from './words/use-words.ts';
import './clocks.css';

/** The clocks of a ticket: how each promise stands, and why, line by line, when one asks (N6). */
export function ClockLines({ clocks: { agreement, only, clocks, waited } }: { clocks: Clocks }) {
  const words = useClockWords();
  const some = waited.filter(({ seconds }) => seconds > 0);
  return (
    <div className="clock-lines">
      {clocks.map(clock => (
        <ClockLine key={`${clock.clock} ${clock.round}`} clock={clock} />
      ))}
      {only && <p>{only}</p>}
      {some.length > 0 && (
        <details>
          <summary className="quiet">{words.waited}</summary>
          <dl>
            {some.map(({ on, name, words: how_long }) => (
              <div key={on}>
                <dt>{name}</dt>
                <dd>{how_long}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {agreement !== null && <p className="quiet">{words.by_agreement(agreement)}</p>}
    </div>
  );
}

const standing = ({ late, met, percent }: ClockRead) =>
  late ? 'late' : met ? 'kept' : percent !== null && percent >= 80 ? 'soon' : undefined;

function ClockLine({ clock }: { clock: ClockRead }) {
  const words = useClockWords();
  const { name, used, percent, running, met, why, together } = clock;
  return (
    <section className="clock-line" data-stands={standing(clock)}>
      <p>{clock.words}</p>
      {percent !== null && !met && (
        <div className="used" data-runs={running || undefined} aria-hidden="true">
          <i style={{ width: `${Math.min(percent, 100)}%` }} />
        </div>
      )}
      {used && <p className="quiet">{used}</p>}
      {why.length > 0 && (
        <details>
          <summary className="quiet" aria-label={words.why_of(name)}>
            {words.why}
          </summary>
          <ol>
            {why.map(line => (
              <li key={line.from.at} data-kind={line.kind} title={line.from.exact}>
                {line.words}
              </li>
            ))}
          </ol>
          <p>
            <b>{together}</b>
          </p>
        </details>
      )}
    </section>
  );
}
