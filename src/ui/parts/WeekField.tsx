import './week-field.css';
import { IconButton } from './Button.tsx';
import { StretchFields } from './StretchFields.tsx';
import { withOneMore, type Stretch, type Week } from './week.ts';

export interface WeekWords {
  from: string;
  until: string;
  /** "Monday, from 1": what one field of a day's stretch is called. */
  at: (day: string, which: string, place: number) => string;
  add_stretch: (day: string) => string;
  remove_stretch: (day: string, place: number) => string;
}

interface WeekFieldProps {
  /** The names of the days, Monday first. */
  days: readonly string[];
  week: Week;
  words: WeekWords;
  onChange: (week: Week) => void;
}

/** The hours of a week: any number of stretches a day. */
export function WeekField({ days, week, words, onChange }: WeekFieldProps) {
  const set = (at: number, stretches: readonly Stretch[]) =>
    onChange(week.map((day, place) => (place === at ? stretches : day)));
  return (
    <ul className="week">
      {week.map((stretches, at) => (
        <Day key={at} name={days[at]!} stretches={stretches} words={words} onChange={next => set(at, next)} />
      ))}
    </ul>
  );
}

interface DayProps {
  name: string;
  stretches: readonly Stretch[];
  words: WeekWords;
  onChange: (stretches: readonly Stretch[]) => void;
}

function Day({ name, stretches, words, onChange }: DayProps) {
  return (
    <li>
      <span className="week-day">{name}</span>
      <span className="stretches">
        <StretchFields
          stretches={stretches}
          label={(end, number) => words.at(name, end === 'from' ? words.from : words.until, number)}
          remove={number => words.remove_stretch(name, number)}
          onChange={onChange}
        />
      </span>
      <IconButton
        small
        icon="plus"
        label={words.add_stretch(name)}
        onClick={() => onChange(withOneMore(stretches))}
      />
    </li>
  );
}
