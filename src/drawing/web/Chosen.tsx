import type { Drawn, DrawnBox } from '#drawing/rules/drawn.ts';
import { before, boxesOf } from '#drawing/rules/reading.ts';
import { useChartWords } from './words/use-words.ts';

interface ChosenProps {
  drawn: Drawn;
  box: DrawnBox | undefined;
  goTo: (id: string) => void;
}

/** The chosen box in words, with the ways to it and from it. */
export function Chosen({ drawn, box, goTo }: ChosenProps) {
  const words = useChartWords();
  if (!box) return null;
  const all = new Map(boxesOf(drawn).map(each => [each.id, each]));
  const from = before(drawn, box.id);
  const way = ({ id, number, text }: DrawnBox, label: string | null = null) => (
    <li key={`${id} ${label}`}>
      {label && <b>{label}: </b>}
      <button type="button" className="link" onClick={() => goTo(id)}>
        {number} {text}
      </button>
    </li>
  );
  return (
    <section className="chart-chosen no-print" aria-label={words.chosen}>
      <p aria-live="polite">
        <b>{box.number}</b> {box.text}{' '}
        <span className="quiet">{[box.lane, box.note].filter(Boolean).join(' · ')}</span>
      </p>
      <div>
        <h2>{words.comes_from}</h2>
        {from.length > 0 ? <ul>{from.map(each => way(each))}</ul> : <p>{words.nothing_before}</p>}
      </div>
      <div>
        <h2>{words.leads_to}</h2>
        {box.ways.length > 0 ? (
          <ul>{box.ways.map(({ to, label }) => way(all.get(to)!, label))}</ul>
        ) : (
          <p>{words.nothing_after}</p>
        )}
      </div>
    </section>
  );
}
