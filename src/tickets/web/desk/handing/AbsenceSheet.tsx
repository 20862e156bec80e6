import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Absence, RotaPerson } from '#tickets/rules/absences/absence.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckBox, Select, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useHandingWords } from './words.ts';

interface AbsenceSheetProps {
  person: RotaPerson;
  /** Which to change; none is a new one. */
  absence?: Absence;
  people: readonly RotaPerson[];
  onClose: () => void;
}

/** From when until when somebody is not there, and who stands in. */
export function AbsenceSheet({ person, absence, people, onClose }: AbsenceSheetProps) {
  const all = useHandingWords();
  const words = all.absences;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Absence>(absence ? 'patch' : 'post');
  const [who, setWho] = useState(String(person.id));
  const [fields, setFields] = useState(() => fieldsOf(absence));
  const change = (more: Partial<typeof fields>) => setFields({ ...fields, ...more });
  const here = people.filter(({ left }) => !left);
  const save = async () => {
    const { stand_in, reason, to_date, ...days } = fields;
    const saved = await submit(absence ? `/api/absences/${absence.id}` : '/api/absences', {
      ...(!absence && { person: Number(who) }),
      ...days,
      to_date: to_date || days.from_date,
      stand_in: stand_in ? Number(stand_in) : null,
      reason: reason.trim() || null,
    });
    if (!saved) return;
    void client.invalidateQueries({ queryKey: ['handing'] });
    toast({ text: words.added(saved.person.name, saved.words) });
    onClose();
  };
  return (
    <SheetForm
      title={absence ? words.change_this(person.name) : words.add}
      deed={all.save}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      {!absence && (
        <Select label={words.who} value={who} onChange={event => setWho(event.target.value)}>
          {here
            .filter(({ can }) => can.change)
            .map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
        </Select>
      )}
      <div className="absence-days">
        <TextField
          label={words.first_day}
          type="date"
          value={fields.from_date}
          error={problem?.of('from_date')}
          onChange={event => change({ from_date: event.target.value })}
        />
        <CheckBox
          label={words.from_noon}
          checked={fields.from_noon}
          onChange={event => change({ from_noon: event.target.checked })}
        />
        <TextField
          label={words.last_day}
          type="date"
          min={fields.from_date}
          value={fields.to_date || fields.from_date}
          error={problem?.of('to_date')}
          onChange={event => change({ to_date: event.target.value })}
        />
        <CheckBox
          label={words.to_noon}
          checked={fields.to_noon}
          onChange={event => change({ to_noon: event.target.checked })}
        />
      </div>
      <Select
        label={words.stand_in}
        optional
        value={fields.stand_in}
        error={problem?.of('stand_in')}
        onChange={event => change({ stand_in: event.target.value })}
      >
        <option value="">{words.nobody}</option>
        {here
          .filter(({ id }) => String(id) !== who)
          .map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
      </Select>
      <TextField
        label={words.reason}
        hint={words.reason_hint}
        optional
        autoComplete="off"
        maxLength={200}
        value={fields.reason}
        error={problem?.of('reason')}
        onChange={event => change({ reason: event.target.value })}
      />
    </SheetForm>
  );
}

const fieldsOf = (absence: Absence | undefined) => ({
  from_date: absence?.from_date ?? '',
  from_noon: absence?.from_noon ?? false,
  to_date: absence?.to_date ?? '',
  to_noon: absence?.to_noon ?? false,
  stand_in: absence?.stand_in ? String(absence.stand_in.id) : '',
  reason: absence?.reason ?? '',
});
