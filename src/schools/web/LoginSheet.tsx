import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { ExactField, toast, useSubmit } from '#ui/ui.ts';
import { askSchool, useSchoolWords } from './schools.ts';

/** User name and password of a school. The password is in sight, since it is handed over, not remembered. */
export function LoginSheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useSchoolWords().school;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<SchoolWithPeople>('put');
  const [username, setUsername] = useState(school.username ?? school.code.toLowerCase());
  const [password, setPassword] = useState('');
  const set = async () => {
    const after = await submit(`/api/schools/${school.id}/login`, { username, password });
    if (!after) return;
    client.setQueryData(askSchool(school.id).queryKey, after);
    toast({ text: words.login_saved });
    onClose();
  };
  return (
    <SheetForm
      title={words.login}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void set()}
      onClose={onClose}
    >
      <ExactField
        label={words.username}
        value={username}
        error={problem?.of('username')}
        onChange={event => setUsername(event.target.value)}
      />
      <ExactField
        label={words.password}
        hint={words.password_hint}
        autoFocus
        value={password}
        error={problem?.of('password')}
        onChange={event => setPassword(event.target.value)}
      />
    </SheetForm>
  );
}
