import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { School } from '#schools/rules/school.ts';
import { zone_labels } from '#sla/rules/zones.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, TextField, toast, useLang, useSubmit } from '#ui/ui.ts';
import { useSchoolWords } from './schools.ts';

/** A new school; its page then says what it still needs. */
export function NewSchoolSheet({ onClose }: { onClose: () => void }) {
  const words = useSchoolWords().adding;
  const [lang] = useLang();
  const navigate = useNavigate();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<School>();
  const [fields, setFields] = useState({ name: '', code: '', town: '', zone: useSession().zone });
  const wired = (name: keyof typeof fields) => ({
    value: fields[name],
    error: problem?.of(name),
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const add = async () => {
    const { town, ...needed } = fields;
    const school = await submit('/api/schools', town.trim() ? fields : needed);
    if (!school) return;
    void client.invalidateQueries({ queryKey: ['schools'] });
    toast({ text: words.added(school.name) });
    onClose();
    void navigate({ to: '/desk/schools/$id', params: { id: String(school.id) } });
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.add(fields.name.trim())}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void add()}
      onClose={onClose}
    >
      <TextField label={words.name} autoFocus autoComplete="off" {...wired('name')} />
      <TextField label={words.code} hint={words.code_hint} autoComplete="off" {...wired('code')} />
      <TextField label={words.town} optional autoComplete="off" {...wired('town')} />
      <Select label={words.zone} {...wired('zone')}>
        {Object.entries(zone_labels).map(([zone, names]) => (
          <option key={zone} value={zone}>
            {names[lang]}
          </option>
        ))}
      </Select>
    </SheetForm>
  );
}
