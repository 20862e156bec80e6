import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { SigningLine } from '#agreements/rules/agreement.ts';
import { agreement_limits } from '#agreements/rules/limits.ts';
import { askSchools } from '#schools/web/schools.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useChanged, useDeskWords } from './asking.ts';

/** Records an agreement that both sides have signed on paper. */
export function PaperSheet({ version, onClose }: { version: number; onClose: () => void }) {
  const all = useDeskWords();
  const words = all.paper;
  const { person } = useSession();
  const changed = useChanged();
  const schools = useQuery(askSchools()).data ?? [];
  const [school, setSchool] = useState('');
  const [fields, setFields] = useState({
    ...{ name: '', role: '', signed_on: '' },
    ...{ group_name: person.name, group_role: all.countersign.coordinator },
  });
  const { submit, busy, problem } = useSubmit<SigningLine>();
  const send = async () => {
    const body = { ...fields, ...(school && { school: Number(school) }) };
    if (!(await submit(`/api/agreements/${version}/paper-signatures`, body))) return;
    void changed();
    toast({ text: words.done });
    onClose();
  };
  return (
    <SheetForm
      title={words.title}
      deed={words.deed}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      <p className="second">{words.lead}</p>
      <Select
        label={words.school}
        value={school}
        error={problem?.of('school')}
        onChange={({ target }) => setSchool(target.value)}
      >
        <option value="">{words.choose}</option>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      {(['name', 'role', 'signed_on', 'group_name', 'group_role'] as const).map(name => (
        <TextField
          key={name}
          label={words[name]}
          {...(name === 'signed_on' ? { type: 'date' } : { maxLength: agreement_limits.name })}
          autoComplete="off"
          value={fields[name]}
          error={problem?.of(name)}
          onChange={({ target }) => setFields({ ...fields, [name]: target.value })}
        />
      ))}
    </SheetForm>
  );
}
