import { useState } from 'react';
import { tag_limits } from '#tickets/rules/tags/limits.ts';
import type { StepOf } from '#tickets/rules/steps/step.ts';
import { TextField } from '#ui/ui.ts';
import type { StepProps } from './step-props.ts';
import { useStepFieldWords } from './words.ts';

const namesIn = (typed: string): string[] =>
  typed
    .split(',')
    .map(name => name.trim().slice(0, tag_limits.name_characters))
    .filter(Boolean)
    .slice(0, tag_limits.on_a_ticket);

/** Tags to put on and to take off, by name; one that is new is made. */
export function TagStep({ step, onChange }: StepProps<StepOf<'tag'>>) {
  const words = useStepFieldWords();
  const [typed, setTyped] = useState({ add: step.add.join(', '), remove: step.remove.join(', ') });
  const field = (what: 'add' | 'remove', label: string) => (
    <TextField
      label={label}
      hint={words.commas}
      optional
      autoComplete="off"
      value={typed[what]}
      onChange={({ target: { value } }) => {
        setTyped({ ...typed, [what]: value });
        onChange({ ...step, [what]: namesIn(value) });
      }}
    />
  );
  return (
    <>
      {field('add', words.tags_on)}
      {field('remove', words.tags_off)}
    </>
  );
}
