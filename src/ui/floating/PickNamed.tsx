import { useState } from 'react';
import type { Option } from './option.ts';
import './pick-named.css';
import { PickSeveral } from './PickSeveral.tsx';

interface PickNamedProps {
  label: string;
  find: string;
  /** What is said while none is chosen, and of more than can be named. */
  words: { choose: string; many: (count: number) => string };
  values: readonly number[];
  options: readonly Option[];
  onPick: (ids: number[]) => void;
}

const most_named = 3;

/** Some of many things, by their numbers: the chosen are named beside what they are. Stands in `.for-whom`. */
export function PickNamed({ label, find, words, values, options, onPick }: PickNamedProps) {
  const [open, setOpen] = useState(false);
  const chosen = options.filter(({ id }) => values.includes(Number(id)));
  return (
    <PickSeveral
      label={label}
      find={find}
      values={values.map(String)}
      options={options}
      onPick={ids => onPick(ids.map(Number))}
      open={open}
      onOpen={setOpen}
    >
      <span className="sr">{label}: </span>
      {chosen.length === 0
        ? words.choose
        : chosen.length > most_named
          ? words.many(chosen.length)
          : chosen.map(({ name }) => name).join(', ')}
    </PickSeveral>
  );
}
