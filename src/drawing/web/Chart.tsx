import { useEffect, useMemo, useState } from 'react';
import type { Drawn } from '#drawing/rules/drawn.ts';
import { boxesOf, found, spotsOf } from '#drawing/rules/reading.ts';
import { Button, TextField, useLang } from '#ui/ui.ts';
import { AsList } from './AsList.tsx';
import { Chosen } from './Chosen.tsx';
import { Picture } from './Picture.tsx';
import { useChartWords } from './words/use-words.ts';

interface ChartProps {
  /** Under which it is downloaded. */
  name: string;
  drawn: Drawn;
  /** The box that is marked as where one's ticket is. */
  here?: string | undefined;
}

/** A chart to move in, to find words in and to read, with what can be downloaded. */
export function Chart({ name, drawn, here }: ChartProps) {
  const words = useChartWords();
  const [typed, setTyped] = useState('');
  const spots = useMemo(() => spotsOf(drawn), [drawn]);
  const hits = useMemo(() => found(spots, typed), [spots, typed]);
  const known = here !== undefined && spots.some(({ id }) => id === here) ? here : undefined;
  const [chosen, choose] = useState(known);
  const [turn, setTurn] = useState(0);
  /** Counts up whenever the chosen box is to be brought into sight. */
  const [asked, ask] = useState(0);
  const goTo = (id: string) => {
    choose(id);
    ask(times => times + 1);
  };
  useEffect(() => {
    const hit = hits[turn % Math.max(1, hits.length)];
    if (hit) goTo(hit.id);
  }, [hits, turn]);
  return (
    <div className="chart">
      <form
        className="chart-bar no-print"
        role="search"
        onSubmit={event => {
          event.preventDefault();
          setTurn(turn + 1);
        }}
      >
        <TextField
          label={words.find}
          type="search"
          value={typed}
          onChange={event => {
            setTyped(event.target.value);
            setTurn(0);
          }}
        />
        <p role="status" className="second t-13">
          {typed.trim() !== '' && words.found(hits.length)}
        </p>
        <Downloads name={name} />
      </form>
      {known && (
        <p className="chart-here">
          <b>{words.here}:</b> {spots.find(({ id }) => id === known)!.name}
        </p>
      )}
      <Picture
        drawn={drawn}
        marks={{ here: known, found: hits.map(({ id }) => id) }}
        {...{ chosen, asked, goTo }}
      />
      <Chosen drawn={drawn} box={boxesOf(drawn).find(({ id }) => id === chosen)} goTo={goTo} />
      <AsList drawn={drawn} />
    </div>
  );
}

function Downloads({ name }: { name: string }) {
  const words = useChartWords();
  const [lang] = useLang();
  const address = `/documents/${name}`;
  return (
    <p className="chart-downloads t-14">
      <a href={`${address}.pdf?paper=letter&lang=${lang}`}>{words.letter}</a>
      <a href={`${address}.pdf?paper=a4&lang=${lang}`}>{words.a4}</a>
      <a href={`${address}.svg?lang=${lang}`} download={`${name}.svg`}>
        {words.svg}
      </a>
      <Button small icon="print" onClick={() => print()}>
        {words.print}
      </Button>
    </p>
  );
}
