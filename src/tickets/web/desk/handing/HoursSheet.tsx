import { useState } from 'react';
import type { RotaPerson } from '#tickets/rules/absences/absence.ts';
import { weekday_names } from '#sla/rules/words.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { hoursOf, usual_week, weekOf, type Week } from '#ui/parts/week.ts';
import { WeekField } from '#ui/parts/WeekField.tsx';
import { api, Button, Notice, useLang, useSubmit } from '#ui/ui.ts';
import { useSaid } from './keeping.ts';
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
      <WeekField days={weekday_names[lang]} week={week} words={words} onChange={setWeek} />
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
