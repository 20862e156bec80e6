import { useEffect, useRef } from 'react';
import type { TryingFrom } from '#reports/rules/statements/statement.ts';
import { most_tried_days } from '#reports/rules/statements/what-if.ts';
import { wholeDay } from '#sla/rules/moments.ts';
import { stretchWords } from '#sla/rules/week.ts';
import { DayFields, noDay } from '#ui/calendar/DayFields.tsx';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { Button, CheckBox, useLang } from '#ui/ui.ts';
import { useWhatIfWords } from './asking.ts';
import { holidaysIn, noOwnDays, takenIn, type OwnDays, type TriedDay } from './own-days.ts';

interface Span {
  from: string;
  until: string;
}

interface DaysFieldProps {
  span: Span;
  standing: TryingFrom['days'];
  own: OwnDays | null;
  onChange: (own: OwnDays | null) => void;
  error: string | undefined;
}

/** Other days of the desk's own: which, and whether beside or in place of those that stand. */
export function DaysField({ span, standing, own, onChange, error }: DaysFieldProps) {
  const words = useWhatIfWords();
  return (
    <div id="try-days" tabIndex={-1}>
      <CheckBox
        label={words.other_days}
        checked={own !== null}
        onChange={event => onChange(event.target.checked ? noOwnDays : null)}
      />
      {own && (
        <div className="own">
          <fieldset className="how">
            <legend className="sr">{words.other_days}</legend>
            {(['added', 'instead'] as const).map(how => (
              <label key={how}>
                <input
                  type="radio"
                  name="how"
                  checked={own.how === how}
                  onChange={() => onChange({ ...own, how })}
                />{' '}
                {words.how[how]}
              </label>
            ))}
          </fieldset>
          <Standing days={standing.filter(day => day.first_day <= span.until && span.from <= day.last_day)} />
          <TriedDays own={own} onChange={onChange} />
          {own.adding ? (
            <Adding own={own} onChange={onChange} />
          ) : (
            own.days.length < most_tried_days && (
              <Button small icon="plus" onClick={() => onChange({ ...own, adding: noDay() })}>
                {words.add_day}
              </Button>
            )
          )}
        </div>
      )}
      {error && <p className="error">{error}</p>}
    </div>
  );
}

function Standing({ days }: { days: TryingFrom['days'] }) {
  const words = useWhatIfWords();
  if (days.length === 0) return <p className="quiet t-13">{words.none_stand}</p>;
  return (
    <details>
      <summary className="quiet t-13">{words.standing(days.length)}</summary>
      <ul className="lines">
        {days.map(day => (
          <li key={day.first_day}>
            <span className="line-text">
              <span className="name">{day.name}</span>{' '}
              <span className="quiet t-13">{day.hours ?? words.closed}</span>
              <br />
              {day.words}
            </span>
          </li>
        ))}
      </ul>
    </details>
  );
}

interface OwnProps {
  own: OwnDays;
  onChange: (own: OwnDays) => void;
}

function TriedDays({ own, onChange }: OwnProps) {
  const words = useWhatIfWords();
  const [lang] = useLang();
  const heading = useRef<HTMLParagraphElement>(null);
  const count = own.days.length;
  const before = useRef(count);
  // Whoever has added or removed one goes on from here.
  useEffect(() => {
    if (before.current !== count) heading.current?.focus();
    before.current = count;
  }, [count]);
  const when = ({ first_day, last_day }: TriedDay) =>
    [...new Set([first_day, last_day])].map(day => wholeDay(day, lang)).join(' – ');
  return (
    <>
      <p ref={heading} tabIndex={-1} className="name">
        {words.tried_days(count)}
      </p>
      {count > 0 && (
        <ul className="lines">
          {own.days.map((day, at) => (
            <li key={at}>
              <span className="line-text">
                <span className="name">{day.name}</span>{' '}
                <span className="quiet t-13">
                  {day.hours.length > 0 ? stretchWords(day.hours, lang) : words.closed}
                </span>
                <br />
                {when(day)}
              </span>
              <Button
                small
                look="bare"
                aria-label={words.remove_day(day.name, when(day))}
                onClick={() => onChange({ ...own, days: own.days.filter((_, place) => place !== at) })}
              >
                {words.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Adding({ own, onChange }: OwnProps) {
  const words = useWhatIfWords();
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  const add = () => onChange(takenIn(own));
  return (
    // Enter adds the day: the form around it is the trial's.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- it listens for its fields
    <div
      ref={first}
      className="day-form sheet"
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
        event.preventDefault();
        add();
      }}
    >
      <DayFields
        of={{ with_hours: true }}
        day={own.adding!}
        errorOf={field => own.missing.find(each => each === field) && words.needed}
        onChange={adding => onChange({ ...own, adding, missing: [] })}
      />
      <div className="deeds">
        <Button onClick={add}>{words.take_day}</Button>
        <Button look="bare" onClick={() => onChange({ ...own, adding: null, missing: [] })}>
          {words.cancel}
        </Button>
      </div>
    </div>
  );
}

interface WorkedProps {
  span: Span;
  worked: readonly string[];
  onChange: (worked: readonly string[]) => void;
}

/** Which holidays of the span the desk would have worked. */
export function WorkedField({ span, worked, onChange }: WorkedProps) {
  const words = useWhatIfWords();
  const [lang] = useLang();
  const holidays = holidaysIn(span);
  if (holidays.length === 0) return null;
  return (
    <CheckGroup
      label={words.worked}
      choices={holidays.map(({ date, name }) => ({
        value: date,
        label: `${name[lang]}, ${wholeDay(date, lang)}`,
      }))}
      values={worked}
      onChange={onChange}
    />
  );
}
