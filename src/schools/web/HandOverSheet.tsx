import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, TextField, toast, useSubmit } from '#ui/ui.ts';
import { useSchoolWords } from './schools.ts';

/** The desk hands over the role of security contact where the person is gone, and says why. */
export function HandOverSheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useSchoolWords().school;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<unknown>();
  const able = school.people.filter(({ left, roles }) => !left && !roles.includes('security_contact'));
  const [to, setTo] = useState(String(able[0]?.id ?? ''));
  const [reason, setReason] = useState('');
  const handOver = async () => {
    if (!(await submit(`/api/schools/${school.id}/handovers`, { to: Number(to), reason }))) return;
    void client.invalidateQueries({ queryKey: ['school', school.id] });
    toast({ text: words.handed_over(able.find(({ id }) => String(id) === to)?.name ?? '') });
    onClose();
  };
  return (
    <SheetForm
      title={words.hand_over_title}
      deed={words.hand_over_deed}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void handOver()}
      onClose={onClose}
    >
      <p className="second">{words.hand_over_hint}</p>
      <Select
        label={words.hand_over_to}
        value={to}
        error={problem?.of('to')}
        onChange={event => setTo(event.target.value)}
      >
        {able.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <TextField
        label={words.hand_over_reason}
        hint={words.hand_over_reason_hint}
        value={reason}
        error={problem?.of('reason')}
        onChange={event => setReason(event.target.value)}
      />
    </SheetForm>
  );
}
