import { priorities, promised_clocks } from '#sla/rules/targets.ts';
import type { Compared } from '#reports/rules/statements/what-if.ts';
import { Scrolling } from '../statements/Scrolling.tsx';
import { useWhatIfWords, type Trial } from './asking.ts';

interface TrialProps {
  of: { from: string; until: string };
  trial: Trial;
  busy: boolean;
}

/** What was and what would have been, side by side, as far as it is counted. */
export function TrialShown({ of, trial: { comparison, done, total, open, over }, busy }: TrialProps) {
  const words = useWhatIfWords();
  const rows = priorities.flatMap(priority =>
    promised_clocks.map(clock => ({ priority, clock, compared: comparison[priority][clock] })),
  );
  const judged = rows.filter(({ compared }) => sides(compared) > 0);
  return (
    <section aria-labelledby="trial">
      <h2 id="trial">{words.result}</h2>
      <p className="quiet t-13" role="status">
        {words.result_of(of.from, of.until)} · {words.progress(done, total)}
        {!over && !busy && ` · ${words.stopped}`}
      </p>
      {open && open.was.seconds !== open.would.seconds && (
        <p>{words.open(open.was.words, open.would.words)}</p>
      )}
      {!over && busy && <progress value={done} max={Math.max(1, total)} aria-label={words.result} />}
      {over && judged.length === 0 && <p>{words.nothing}</p>}
      {judged.length > 0 && (
        <Scrolling label={words.result}>
          <table className="work-table trial">
            <thead>
              <tr>
                {Object.values(words.heads).map(head => (
                  <th key={head} scope="col">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {judged.map(({ priority, clock, compared }) => (
                <Row
                  key={priority + clock}
                  name={`${priority}, ${words.clocks[clock]}`}
                  compared={compared}
                />
              ))}
              <Row name={words.together} compared={judged.map(({ compared }) => compared).reduce(sum)} />
            </tbody>
          </table>
        </Scrolling>
      )}
    </section>
  );
}

function Row({ name, compared: { was, would, broken, kept } }: { name: string; compared: Compared }) {
  const words = useWhatIfWords();
  const share = ({ in_time, late }: Compared['was']) =>
    in_time + late === 0
      ? words.none
      : words.share(String(Math.floor((100 * in_time) / (in_time + late))), in_time, in_time + late);
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{share(was)}</td>
      <td>{share(would)}</td>
      <td>{broken}</td>
      <td>{kept}</td>
    </tr>
  );
}

const sides = ({ was, would }: Compared): number => was.in_time + was.late + would.in_time + would.late;

const sum = (a: Compared, b: Compared): Compared => ({
  was: { in_time: a.was.in_time + b.was.in_time, late: a.was.late + b.was.late },
  would: { in_time: a.would.in_time + b.would.in_time, late: a.would.late + b.would.late },
  broken: a.broken + b.broken,
  kept: a.kept + b.kept,
});
