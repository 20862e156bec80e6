import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { gradeName, kind_names, school_kinds, type SchoolKind } from '#schools/rules/kinds.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { zone_labels } from '#sla/rules/zones.ts';
import { Select, TextField, useLang } from '#ui/ui.ts';
import { askWaves } from '../waves/asking.ts';
import { useSchoolPageWords } from './asking.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { useChanging } from './use-changing.ts';

const grades = Array.from({ length: 13 }, (_, grade) => grade);

/** What the school is called, where it is, what it is, and with whom it enters. */
export function IdentitySheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useSchoolPageWords();
  const [lang] = useLang();
  const changing = useChanging(school, onClose);
  const { opened, problem } = changing;
  const waves = useQuery(askWaves()).data?.items ?? (opened.wave ? [opened.wave] : []);
  const [fields, setFields] = useState({
    name: opened.name,
    town: opened.town ?? '',
    kind: opened.kind ?? '',
    first: opened.grades ? String(opened.grades.first) : '',
    last: opened.grades ? String(opened.grades.last) : '',
    zone: opened.zone,
    wave: String(opened.wave?.id ?? ''),
  });
  const wired = (name: keyof typeof fields, field: string = name) => ({
    value: fields[name],
    error: problem?.of(field),
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const save = () => {
    const { first, last, wave } = fields;
    const grade = (text: string) => (text === '' ? Number.NaN : Number(text));
    void changing.save({
      name: fields.name.trim(),
      town: fields.town.trim() || null,
      kind: (fields.kind || null) as SchoolKind | null,
      grades: first || last ? { first: grade(first), last: grade(last) } : null,
      zone: fields.zone,
      wave: wave === '' ? null : (waves.find(({ id }) => String(id) === wave) ?? opened.wave),
    });
  };
  const options = grades.map(grade => (
    <option key={grade} value={grade}>
      {gradeName(grade)}
    </option>
  ));
  return (
    <ChangeForm what={words.sections.identity} changing={changing} onSave={save} onClose={onClose}>
      <TextField
        label={words.fields['name']}
        autoFocus
        autoComplete="off"
        maxLength={120}
        {...wired('name')}
      />
      <TextField
        label={words.fields['town']}
        optional
        autoComplete="off"
        maxLength={120}
        {...wired('town')}
      />
      <div className="form-pair">
        <Select label={words.fields['kind']} {...wired('kind')}>
          <option value="">–</option>
          {school_kinds.map(kind => (
            <option key={kind} value={kind}>
              {kind_names[kind][lang]}
            </option>
          ))}
        </Select>
        <Select label={words.fields['wave']} {...wired('wave')}>
          <option value="">{words.no_wave}</option>
          {waves.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <div className="form-pair">
        <Select label={words.first_grade} {...wired('first', 'grades.first')}>
          <option value="">–</option>
          {options}
        </Select>
        <Select label={words.last_grade} {...wired('last', 'grades.last')}>
          <option value="">–</option>
          {options}
        </Select>
      </div>
      <Select label={words.fields['zone']} {...wired('zone')}>
        {Object.entries(zone_labels).map(([zone, names]) => (
          <option key={zone} value={zone}>
            {names[lang]}
          </option>
        ))}
      </Select>
    </ChangeForm>
  );
}
