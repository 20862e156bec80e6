import { useRef, useState, useEffect } from 'react';
import { Button, ErrorSummary, Select, TextField, toast, useSubmit } from '#ui/ui.ts';
import { StretchFields } from '../parts/StretchFields.tsx';
import { hoursOf, withOneMore, type Stretch } from '../parts/week.ts';
import { useCalendarWords, type CalendarOf, type ShownCalendar } from './shown.ts';

interface DayFormProps {
  of: CalendarOf;
  onSaved: (calendar: ShownCalendar) => void;
  onClose: () => void;
}

/** A day, or some on end, with a name; where hours may be others, which. */
export function DayForm({ of, onSaved, onClose }: DayFormProps) {
  const words = useCalendarWords();
  const { submit, busy, problem } = useSubmit<ShownCalendar>();
  const [given, setGiven] = useState({
    name: '',
    first_day: '',
    last_day: '',
    kind: of.kinds?.[0]?.id ?? '',
  });
  const [stretches, setStretches] = useState<readonly Stretch[] | null>(null);
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  const put = (more: Partial<typeof given>) => setGiven({ ...given, ...more });
  const save = async () => {
    const { kind, ...days } = { ...given, last_day: given.last_day || given.first_day };
    const hours = stretches
      ? hoursOf([stretches]).map(({ from_minute, to_minute }) => ({ from_minute, to_minute }))
      : [];
    const saved = await submit(of.days, { ...days, ...(of.kinds ? { kind } : { hours }) });
    if (!saved) return;
    toast({ text: words.added(given.name.trim()) });
    onSaved(saved);
  };
  const fields = {
    name: words.name,
    first_day: words.first_day,
    last_day: words.last_day,
    hours: words.hours,
  };
  return (
    <form
      className="day-form sheet"
      noValidate
      onSubmit={event => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(
          Object.entries(fields).map(([id, label]) => [id, { id: `day-${id}`, label }]),
        )}
      />
      <div ref={first}>
        <TextField
          id="day-name"
          label={words.name}
          autoComplete="off"
          maxLength={80}
          value={given.name}
          error={problem?.of('name')}
          onChange={event => put({ name: event.target.value })}
        />
      </div>
      <div className="day-dates">
        <TextField
          id="day-first_day"
          label={words.first_day}
          type="date"
          value={given.first_day}
          error={problem?.of('first_day')}
          onChange={event => put({ first_day: event.target.value })}
        />
        <TextField
          id="day-last_day"
          label={words.last_day}
          hint={words.last_hint}
          type="date"
          value={given.last_day}
          error={problem?.of('first_day') ? undefined : problem?.of('last_day')}
          onChange={event => put({ last_day: event.target.value })}
        />
        {of.kinds && (
          <Select label={words.kind} value={given.kind} onChange={event => put({ kind: event.target.value })}>
            {of.kinds.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </div>
      {of.with_hours && (
        <DayHours stretches={stretches} error={problem?.of('hours')} onChange={setStretches} />
      )}
      <div className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {words.save}
        </Button>
        <Button look="bare" onClick={onClose}>
          {words.cancel}
        </Button>
      </div>
    </form>
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
