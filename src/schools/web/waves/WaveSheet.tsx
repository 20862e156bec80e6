import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Wave, Waves } from '#schools/rules/wave.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { TextField, toast, useSubmit } from '#ui/ui.ts';
import { useSchoolListWords } from '../list/asking.ts';

/** What a wave is called and when it is planned; none is a new one. */
export function WaveSheet({ wave, onClose }: { wave: Wave | undefined; onClose: () => void }) {
  const words = useSchoolListWords().waves;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Waves>(wave ? 'patch' : 'post');
  const [name, setName] = useState(wave?.name ?? '');
  const [planned_for, setPlanned] = useState(wave?.planned_for?.date ?? '');
  const save = async () => {
    const body = { name, planned_for: planned_for || null };
    if (!(await submit(wave ? `/api/waves/${wave.id}` : '/api/waves', body))) return;
    void client.invalidateQueries({ queryKey: ['schools'] });
    toast({ text: wave ? words.saved : words.added(name.trim()) });
    onClose();
  };
  return (
    <SheetForm
      title={wave ? words.change_this(wave.name) : words.add}
      deed={wave ? words.save : words.add_this(name.trim())}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        autoFocus
        autoComplete="off"
        maxLength={80}
        value={name}
        error={problem?.of('name')}
        onChange={event => setName(event.target.value)}
      />
      <TextField
        label={words.planned_for}
        hint={words.planned_hint}
        optional
        type="date"
        value={planned_for}
        error={problem?.of('planned_for')}
        onChange={event => setPlanned(event.target.value)}
      />
    </SheetForm>
  );
}
