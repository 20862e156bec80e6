import { Button, Select, TextField } from '#ui/ui.ts';
import { StretchFields } from '../parts/StretchFields.tsx';
import { hoursOf, withOneMore, type Stretch } from '../parts/week.ts';
import { useCalendarWords, type CalendarOf } from './shown.ts';
import './calendar.css';

/** A day, or some on end, as it is written. */
export interface WrittenDay {
  name: string;
  first_day: string;
  /** Empty for one day. */
  last_day: string;
  kind: string;
  /** Null: closed. */
  stretches: readonly Stretch[] | null;
}

export const noDay = (kind = ''): WrittenDay => ({
  ...{ name: '', first_day: '', last_day: '', kind },
  stretches: null,
});

/** As it is told: one day has the same twice, and no hours is closed. */
export const toldOf = ({ name, first_day, last_day, stretches }: WrittenDay) => ({
  ...{ name, first_day, last_day: last_day || first_day },
  hours: stretches
    ? hoursOf([stretches]).map(({ from_minute, to_minute }) => ({ from_minute, to_minute }))
    : [],
});

interface DayFieldsProps {
  of: Pick<CalendarOf, 'kinds' | 'with_hours'>;
  day: WrittenDay;
  errorOf: (field: string) => string | undefined;
  onChange: (day: WrittenDay) => void;
}

/** What a day is called, when it is, and where hours may be others, which. */
export function DayFields({ of, day, errorOf, onChange }: DayFieldsProps) {
  const words = useCalendarWords();
  const put = (more: Partial<WrittenDay>) => onChange({ ...day, ...more });
  return (
    <>
      <TextField
        id="day-name"
        label={words.name}
        autoComplete="off"
        maxLength={80}
        value={day.name}
        error={errorOf('name')}
        onChange={event => put({ name: event.target.value })}
      />
      <div className="day-dates">
        <TextField
          id="day-first_day"
          label={words.first_day}
          type="date"
          value={day.first_day}
          error={errorOf('first_day')}
          onChange={event => put({ first_day: event.target.value })}
        />
        <TextField
          id="day-last_day"
          label={words.last_day}
          hint={words.last_hint}
          type="date"
          value={day.last_day}
          error={errorOf('first_day') ? undefined : errorOf('last_day')}
          onChange={event => put({ last_day: event.target.value })}
        />
        {of.kinds && (
          <Select label={words.kind} value={day.kind} onChange={event => put({ kind: event.target.value })}>
            {of.kinds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {of.with_hours && (
        <DayHours
          stretches={day.stretches}
          error={errorOf('hours')}
          onChange={stretches => put({ stretches })}
        />
      )}
    </>
  );
}

interface DayHoursProps {
  stretches: readonly Stretch[] | null;
  error: string | undefined;
  onChange: (stretches: readonly Stretch[] | null) => void;
}

function DayHours({ stretches, error, onChange }: DayHoursProps) {
  const words = useCalendarWords();
  return (
    <fieldset id="day-hours" tabIndex={-1} className="day-hours">
      <legend>{words.hours}</legend>
      {[null, [{ from: '08:00', to: '12:00' }]].map(choice => (
        <label key={choice ? 'hours' : 'closed'}>
          <input
            type="radio"
            name="day-hours"
            checked={(stretches === null) === (choice === null)}
            onChange={() => onChange(choice)}
          />{' '}
          {choice ? words.with_hours : words.all_day}
        </label>
      ))}
      {stretches && (
        <StretchFields
          stretches={stretches}
          label={(end, number) => words.at(end === 'from' ? words.from : words.until, number)}
          remove={words.remove_stretch}
          least={1}
          onChange={onChange}
        />
      )}
      {stretches && (
        <Button small icon="plus" onClick={() => onChange(withOneMore(stretches))}>
          {words.add_stretch}
        </Button>
      )}
      {error && <p className="error">{error}</p>}
    </fieldset>
  );
}
