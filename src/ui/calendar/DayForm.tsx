import { useRef, useState, useEffect } from 'react';
import { Button, ErrorSummary, toast, useSubmit } from '#ui/ui.ts';
import { DayFields, noDay, toldOf } from './DayFields.tsx';
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
  const [day, setDay] = useState(() => noDay(of.kinds?.[0]?.id));
  const first = useRef<HTMLDivElement>(null);
  useEffect(() => first.current?.querySelector('input')?.focus(), []);
  const save = async () => {
    const { hours, ...days } = toldOf(day);
    const saved = await submit(of.days, { ...days, ...(of.kinds ? { kind: day.kind } : { hours }) });
    if (!saved) return;
    toast({ text: words.added(day.name.trim()) });
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
      <div ref={first} className="day-fields">
        <DayFields of={of} day={day} errorOf={field => problem?.of(field)} onChange={setDay} />
      </div>
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
