import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askSchools } from '#schools/web/schools.ts';
import { saidId } from '#tickets/rules/slips/names.ts';
import { Button, TextArea, usePaused } from '#ui/ui.ts';
import type { Fields } from '../opened.ts';
import { useOpeningWords } from '../words/use-words.ts';
import { takenFrom } from './taken.ts';

const rest_ms = 600;

const arrived = (line: HTMLElement | null) => line?.focus({ preventScroll: true });

interface SlipFieldProps {
  fields: Fields;
  set: (changed: Fields) => void;
}

/** Where a slip is typed, pasted or scanned that a school wrote without a line: it fills the form below. */
export function SlipField({ fields, set }: SlipFieldProps) {
  const words = useOpeningWords().slip;
  const schools = useQuery(askSchools()).data;
  const [typed, setTyped] = useState('');
  const paused = usePaused(typed, rest_ms);
  const id = fields['slip'];
  const wrong = paused.trim() && paused === typed ? takenFrom(paused, schools ?? []) : undefined;
  const type = (text: string) => {
    setTyped(text);
    const taken = takenFrom(text, schools ?? []);
    if (typeof taken === 'object') set(taken);
  };
  const takeOff = () => {
    setTyped('');
    set({ slip: '', slip_written: '' });
  };
  if (id)
    return (
      // In the place of what had the focus.
      <p className="goes-on t-13" role="status" tabIndex={-1} ref={arrived}>
        <span>
          {words.taken(saidId(id))} {words.one}
        </span>
        <Button small look="bare" onClick={takeOff}>
          {words.off}
        </Button>
      </p>
    );
  return (
    <details className="slip-field">
      <summary>{words.open}</summary>
      <TextArea
        label={words.label}
        hint={words.hint}
        rows={3}
        autoComplete="off"
        spellCheck={false}
        error={typeof wrong === 'string' ? words[wrong] : undefined}
        value={typed}
        onChange={event => type(event.target.value)}
      />
    </details>
  );
}
