import './calendar.css';
import { useCalendarWords, type ShownCalendar } from './shown.ts';

const clock = (minute: number) => `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
const share = (minutes: number) => `${(minutes / 1440) * 100}%`;

/** A week as bars over the hours of each day, with the hours beside them. */
export function WeekBars({ week }: { week: NonNullable<ShownCalendar['week']> }) {
  const words = useCalendarWords();
  return (
    <table className="week-bars">
      <tbody>
        {words.weekdays.map((name, at) => {
          const open = week.filter(({ weekday }) => weekday === at + 1);
          return (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="bars" aria-hidden="true">
                {open.map(({ from_minute, to_minute }) => (
                  <span
                    key={from_minute}
                    style={{ left: share(from_minute), width: share(to_minute - from_minute) }}
                  />
                ))}
              </td>
              <td className={open.length === 0 ? 'quiet' : undefined}>
                {open
                  .map(({ from_minute, to_minute }) => `${clock(from_minute)}–${clock(to_minute)}`)
                  .join(', ') || words.closed}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
