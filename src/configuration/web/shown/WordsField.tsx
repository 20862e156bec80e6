import { useState, type FormEvent } from 'react';
import { TextField } from '#ui/ui.ts';

interface WordsFieldProps {
  label: string;
  value: string | undefined;
  onSet: (to?: string) => void;
}

/** Words are asked for when they are whole: on Enter, or when the field is left. */
export function WordsField({ label, value = '', onSet }: WordsFieldProps) {
  const [typed, setTyped] = useState(value);
  const set = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed.trim() !== value) onSet(typed.trim() || undefined);
  };
  return (
    <form onSubmit={set}>
      <TextField
        label={label}
        type="search"
        maxLength={100}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onBlur={() => set()}
      />
    </form>
  );
}
