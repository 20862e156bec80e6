import { useState } from 'react';
import { tag_limits } from '#tickets/rules/tags/limits.ts';
import { TextField } from '#ui/ui.ts';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

const namesIn = (typed: string): string[] =>
  typed
    .split(',')
    .map(name => name.trim().slice(0, tag_limits.name_characters))
    .filter(Boolean)
    .slice(0, tag_limits.on_a_ticket);

/** Tags to put on and to take off, by name; one that is new is made. */
export function TagForm({ onChange }: StepFormProps) {
  const words = useBulkWords().tag;
  const [typed, setTyped] = useState({ add: '', remove: '' });
  const field = (what: 'add' | 'remove') => (
    <TextField
      label={words[what]}
      hint={words.commas}
      optional
      autoComplete="off"
      value={typed[what]}
      onChange={event => {
        const next = { ...typed, [what]: event.target.value };
        setTyped(next);
        const step = { does: 'tag' as const, add: namesIn(next.add), remove: namesIn(next.remove) };
        onChange(step.add.length + step.remove.length > 0 ? { foreseen: step, step } : undefined);
      }}
    />
  );
  return (
    <>
      {field('add')}
      {field('remove')}
    </>
  );
}
