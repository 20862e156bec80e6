import { useState } from 'react';
import type { RotaPerson } from '#tickets/rules/absences/absence.ts';
import { weekday_names } from '#sla/rules/words.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, Button, IconButton, Notice, useLang, useSubmit } from '#ui/ui.ts';
import { useSaid } from './keeping.ts';
import { hoursOf, usual_week, weekOf, withOneMore, type Stretch, type Week } from './stretches.ts';
import { useHandingWords } from './words.ts';

/** The hours of somebody's week: any number of stretches a day. */
export function HoursSheet({ person, onClose }: { person: RotaPerson; onClose: () => void }) {
  const all = useHandingWords();
  const words = all.absences;
  const [lang] = useLang();
  const { submit, busy, problem } = useSubmit<unknown>('put');
  const said = useSaid();
  const [week, setWeek] = useState<Week>(() => weekOf(person.hours));
  const path = `/api/agents/${person.id}/hours`;
  const set = (at: number, stretches: readonly Stretch[]) =>
    setWeek(week.map((day, place) => (place === at ? stretches : day)));
  const save = async () => {
    const saved = await submit(path, { hours: hoursOf(week) });
    if (!saved) return;
    onClose();
    const text = words.hours_saved(person.name);
    void said(
      () => Promise.resolve(text),
      async () => {
        await api.put(path, { hours: person.hours });
        return text;
      },
    );
  };
  const fault = problem?.errors.map(({ sentence }) => sentence).join(' ');
  return (
    <SheetForm
      title={words.hours_of(person.name)}
      deed={all.save}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <p className="second t-13">{words.hours_hint}</p>
      <ul className="week">
        {week.map((stretches, at) => (
          <Day
            key={at}
            name={weekday_names[lang][at]!}
            stretches={stretches}
            onChange={next => set(at, next)}
          />
        ))}
      </ul>
      <div className="deeds">
        <Button small onClick={() => setWeek(usual_week)}>
          {words.usual}
        </Button>
        <Button small onClick={() => setWeek(weekOf([]))}>
          {words.clear}
        </Button>
      </div>
      {fault && <Notice tone="bad" title={fault} />}
    </SheetForm>
  );
}

interface DayProps {
  name: string;
  stretches: readonly Stretch[];
  onChange: (stretches: readonly Stretch[]) => void;
}

function Day({ name, stretches, onChange }: DayProps) {
  const words = useHandingWords().absences;
  const set = (at: number, more: Partial<Stretch>) =>
    onChange(stretches.map((stretch, place) => (place === at ? { ...stretch, ...more } : stretch)));
  return (
    <li>
      <span className="week-day">{name}</span>
      <span className="stretches">
        {stretches.map((stretch, at) => (
          <span key={at} className="stretch">
            {(['from', 'to'] as const).map(end => (
              <input
                key={end}
                type="time"
                className="control"
                aria-label={words.at(name, end === 'from' ? words.from : words.until, at + 1)}
                value={stretch[end]}
                onChange={event => set(at, { [end]: event.target.value })}
              />
            ))}
            <IconButton
              small
              icon="x"
              label={words.remove_stretch(name, at + 1)}
              onClick={() => onChange(stretches.filter((_, place) => place !== at))}
            />
          </span>
        ))}
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
