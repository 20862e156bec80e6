import './calendar.css';
import { useCalendarWords, type MarkedDay, type ShownYear } from './shown.ts';

const two = (value: number) => String(value).padStart(2, '0');

/** A year as twelve small months. Below each stand its marked days by name: the drawing says nothing that they do not. */
export function YearCalendar({ shown }: { shown: ShownYear }) {
  const words = useCalendarWords();
  const kinds = ['holiday', 'closed', 'hours'] as const;
  return (
    <>
      <p className="year-legend t-13" aria-hidden="true">
        {kinds.map(kind => (
          <span key={kind}>
            <span className={`year-day ${kind}`}>7</span> {words.legend[kind]}
          </span>
        ))}
      </p>
      <ol className="year">
        {words.months.map((month, at) => (
          <li key={month}>
            <h4>{month}</h4>
            <MonthGrid shown={shown} month={at + 1} />
            <MonthList
              days={shown.days.filter(({ date }) => date.startsWith(`${shown.year}-${two(at + 1)}`))}
            />
          </li>
        ))}
      </ol>
    </>
  );
}

function MonthGrid({ shown, month }: { shown: ShownYear; month: number }) {
  const words = useCalendarWords();
  const first = new Date(Date.UTC(shown.year, month - 1, 1));
  const before = (first.getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(shown.year, month, 0)).getUTCDate();
  return (
    <div className="month-grid" aria-hidden="true">
      {words.weekdays.map(name => (
        <span key={name} className="month-head">
          {name.slice(0, 2)}
        </span>
      ))}
      {Array.from({ length }, (_, at) => {
        const date = `${shown.year}-${two(month)}-${two(at + 1)}`;
        const mark = shown.days.find(day => day.date === date);
        const open = shown.open_weekdays.includes(((before + at) % 7) + 1);
        const look = mark?.kind ?? (open ? '' : 'off');
        return (
          <span
            key={date}
            className={`year-day ${look}${date === shown.today ? ' today' : ''}`}
            style={at === 0 ? { gridColumnStart: before + 1 } : undefined}
            title={mark && `${mark.words}: ${mark.name}`}
          >
            {at + 1}
          </span>
        );
      })}
    </div>
  );
}

/** Days on end with one name stand together. */
function MonthList({ days }: { days: readonly MarkedDay[] }) {
  const words = useCalendarWords();
  const runs: { first: MarkedDay; last: MarkedDay }[] = [];
  for (const day of days) {
    const run = runs.at(-1);
    if (run && run.last.name === day.name && run.last.hours === day.hours) run.last = day;
    else runs.push({ first: day, last: day });
  }
  return (
    <ul className="month-days t-13">
      {runs.map(({ first, last }) => (
        <li key={first.date}>
          <b>
            {Number(first.date.slice(8))}
            {first !== last && `–${Number(last.date.slice(8))}`}
          </b>{' '}
          {first.name}{' '}
          <span className="quiet">{first.kind === 'hours' ? first.hours : words.legend[first.kind]}</span>
        </li>
      ))}
    </ul>
  );
}
