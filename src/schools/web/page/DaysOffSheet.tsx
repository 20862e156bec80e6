import { useState } from 'react';
import { day_off_kinds, school_limits, type DayOffKind } from '#schools/rules/kinds.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { Button, IconButton, Select, TextField } from '#ui/ui.ts';
import { useSchoolPageWords } from './asking.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { useChanging } from './use-changing.ts';
import { useRows } from './use-rows.ts';

interface Row {
  kind: DayOffKind;
  name: string;
  first_day: string;
  last_day: string;
}

/** Breaks and professional days; a day alone needs no last one. */
export function DaysOffSheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useSchoolPageWords();
  const said = words.days_off;
  const changing = useChanging(school, onClose);
  const { opened, problem } = changing;
  const [begun] = useState(() =>
    opened.days_off.map(({ kind, name, first_day, last_day }): Row => ({ kind, name, first_day, last_day })),
  );
  const rows = useRows<Row>(begun, () => ({ kind: 'break', name: '', first_day: '', last_day: '' }));
  const error = (at: number, part: string) => problem?.of(`days_off.${at}.${part}`);
  const whole = problem?.errors.find(({ field }) => field === 'days_off')?.sentence;
  const save = () =>
    void changing.save({
      days_off: rows.all.map(({ kind, name, first_day, last_day }) => ({
        ...{ kind, first_day, name: name.trim() },
        last_day: last_day || first_day,
      })) as SchoolWithPeople['days_off'],
    });
  return (
    <ChangeForm what={words.sections.days_off} changing={changing} onSave={save} onClose={onClose}>
      <div className="form-rows" ref={rows.place}>
        {rows.all.map(({ key, kind, name, first_day, last_day }, at) => (
          <div key={key} className="form-row days" role="group" aria-label={name || said.nameless}>
            <TextField
              label={said.name}
              autoComplete="off"
              maxLength={school_limits.day_off_characters}
              value={name}
              error={error(at, 'name') ?? whole}
              onChange={event => rows.put(key, { name: event.target.value })}
            />
            <Select
              label={said.kind}
              value={kind}
              onChange={event => rows.put(key, { kind: event.target.value as DayOffKind })}
            >
              {day_off_kinds.map(each => (
                <option key={each} value={each}>
                  {said.kinds[each]}
                </option>
              ))}
            </Select>
            <TextField
              label={said.first_day}
              type="date"
              value={first_day}
              error={error(at, 'first_day')}
              onChange={event => rows.put(key, { first_day: event.target.value })}
            />
            <TextField
              label={said.last_day}
              type="date"
              value={last_day}
              error={error(at, 'first_day') ? undefined : error(at, 'last_day')}
              onChange={event => rows.put(key, { last_day: event.target.value })}
            />
            <IconButton
              icon="x"
              label={said.remove(name || said.nameless)}
              onClick={() => rows.remove(key)}
            />
          </div>
        ))}
        <Button icon="plus" disabled={rows.all.length >= school_limits.days_off} onClick={rows.add}>
          {said.add}
        </Button>
      </div>
    </ChangeForm>
  );
}
