import { useRef, useState } from 'react';
import './calendar.css';
import { api, Button, IconButton, Notice, Problem, Skeleton, toast, useGet, useLive } from '#ui/ui.ts';
import { DayForm } from './DayForm.tsx';
import { ImportFile } from './ImportFile.tsx';
import { useCalendarWords, type CalendarOf, type ShownCalendar, type ToldDays } from './shown.ts';
import { WeekBars } from './WeekBars.tsx';
import { YearCalendar } from './YearCalendar.tsx';

/** A calendar: whether it is open now, its week, a year with its marked days, and the days that are told. */
export function CalendarEditor({ of }: { of: CalendarOf }) {
  const words = useCalendarWords();
  const [year, setYear] = useState<number>();
  const asked = useGet<ShownCalendar>(year ? `${of.calendar}?year=${year}` : of.calendar);
  useLive(({ kind }) => kind === of.heard && asked.reload(), asked.reload);
  const { data, problem } = asked;
  if (!data) return problem ? <Notice tone="bad" title={words.failed} /> : <Skeleton lines={8} />;
  const shown = (calendar: ShownCalendar) => {
    setYear(calendar.calendar.year);
    if (calendar.calendar.year === data.calendar.year) asked.put(calendar);
  };
  return (
    <div className="calendar-editor">
      <p>
        <b>{data.now.words}</b> <span className="quiet t-13">{data.zone_words}</span>
      </p>
      {data.week && (
        <>
          <h3>{words.week}</h3>
          <WeekBars week={data.week} />
        </>
      )}
      <OwnDays of={of} data={data} onChanged={shown} />
      <header className="year-head">
        <h3 aria-live="polite">{words.of_year(data.calendar.year)}</h3>
        <IconButton
          icon="left"
          label={words.earlier}
          disabled={data.calendar.year <= 2000}
          onClick={() => setYear(data.calendar.year - 1)}
        />
        <IconButton
          icon="right"
          label={words.later}
          disabled={data.calendar.year >= 2100}
          onClick={() => setYear(data.calendar.year + 1)}
        />
      </header>
      <YearCalendar shown={data.calendar} />
    </div>
  );
}

interface OwnDaysProps {
  of: CalendarOf;
  data: ShownCalendar;
  onChanged: (calendar: ShownCalendar) => void;
}

function OwnDays({ of, data: { told, can, calendar }, onChanged }: OwnDaysProps) {
  const words = useCalendarWords();
  const [adding, setAdding] = useState(false);
  const heading = useRef<HTMLHeadingElement>(null);
  const close = () => {
    setAdding(false);
    heading.current?.focus();
  };
  const takeBack = async (days: ToldDays) => {
    try {
      onChanged(await api.delete<ShownCalendar>(`${of.days}/${days.id}`));
      toast({ text: words.taken_back(days.name) });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ text: error.detail });
    }
    heading.current?.focus();
  };
  const over = told.filter(each => each.over);
  const coming = told.filter(each => !each.over);
  const lines = (days: readonly ToldDays[]) => <DayLines of={of} days={days} takeBack={takeBack} />;
  return (
    <>
      <header className="year-head">
        <h3 ref={heading} tabIndex={-1}>
          {words.told} {calendar.year}
        </h3>
        {can.change && !adding && (
          <Button small icon="plus" onClick={() => setAdding(true)}>
            {words.add}
          </Button>
        )}
      </header>
      {adding && (
        <DayForm
          of={of}
          onClose={close}
          onSaved={saved => {
            onChanged(saved);
            close();
          }}
        />
      )}
      {told.length === 0 && <p className="quiet">{words.nothing}</p>}
      {coming.length > 0 && lines(coming)}
      {over.length > 0 && (
        <details>
          <summary className="quiet">{words.over(over.length)}</summary>
          {lines(over)}
        </details>
      )}
      {can.change && <ImportFile of={of} onSaved={onChanged} />}
    </>
  );
}

function DayLines({
  of,
  days,
  takeBack,
}: {
  of: CalendarOf;
  days: readonly ToldDays[];
  takeBack: (days: ToldDays) => Promise<void>;
}) {
  const words = useCalendarWords();
  return (
    <ul className="lines own-days">
      {days.map(each => (
        <li key={each.id}>
          <span className="line-text">
            <span className="name">{each.name}</span>{' '}
            <span className="quiet t-13">
              {of.kinds?.find(({ id }) => id === each.kind)?.name ?? each.hours ?? words.closed}
            </span>
            <br />
            <span>{each.words}</span>{' '}
            {each.said && (
              <span className="quiet t-13" title={each.said.at.exact}>
                {words.said_by(each.said.by, each.said.at.words)}
              </span>
            )}
          </span>
          {each.can.take_back && (
            <Button
              small
              look="bare"
              aria-label={words.take_back_what(each.name, each.words)}
              onClick={() => void takeBack(each)}
            >
              {words.take_back}
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}
