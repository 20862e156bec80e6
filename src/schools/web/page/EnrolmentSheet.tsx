import { useState } from 'react';
import { school_limits } from '#schools/rules/kinds.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { Button, IconButton, TextField } from '#ui/ui.ts';
import { useSchoolPageWords } from './asking.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { useChanging } from './use-changing.ts';
import { useRows } from './use-rows.ts';

const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.')));

/** The year that is still to come in; nothing where there is none before it. */
const yearAfter = (rows: readonly { year: string }[]) => {
  const years = rows.map(({ year }) => number(year)).filter(year => year > 0);
  return years.length > 0 ? String(Math.max(...years) + 1) : '';
};

/** The years with their students; a row that is empty is none. */
export function EnrolmentSheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useSchoolPageWords();
  const changing = useChanging(school, onClose);
  const { opened, problem } = changing;
  const [begun] = useState(() =>
    opened.enrolments.map(({ year, fte }) => ({ year: String(year), fte: String(fte) })),
  );
  const rows = useRows(begun, all => ({ year: yearAfter(all), fte: '' }));
  const filled = rows.all.filter(({ year, fte }) => year.trim() || fte.trim());
  const error = (at: number, part: string) =>
    problem?.of(`enrolments.${filled.indexOf(rows.all[at]!)}.${part}`);
  const whole = problem?.errors.find(({ field }) => field === 'enrolments')?.sentence;
  const save = () =>
    void changing.save({
      enrolments: filled.map(({ year, fte }) => ({ year: number(year), fte: number(fte) })),
    });
  return (
    <ChangeForm what={words.sections.enrolment} changing={changing} onSave={save} onClose={onClose}>
      <div className="form-rows" ref={rows.place}>
        {rows.all.map(({ key, year, fte }, at) => (
          <div key={key} className="form-row" role="group" aria-label={year}>
            <TextField
              label={words.enrolment.year}
              inputMode="numeric"
              autoComplete="off"
              value={year}
              error={error(at, 'year') ?? whole}
              onChange={event => rows.put(key, { year: event.target.value })}
            />
            <TextField
              label={words.enrolment.fte}
              inputMode="decimal"
              autoComplete="off"
              value={fte}
              error={error(at, 'fte')}
              onChange={event => rows.put(key, { fte: event.target.value })}
            />
            <IconButton icon="x" label={words.enrolment.remove(year)} onClick={() => rows.remove(key)} />
          </div>
        ))}
        <Button icon="plus" disabled={rows.all.length >= school_limits.enrolments} onClick={rows.add}>
          {words.enrolment.add}
        </Button>
      </div>
    </ChangeForm>
  );
}
