import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useTicketWords } from '#tickets/web/words.ts';
import { Button, ErrorSummary, TextArea, type Problem } from '#ui/ui.ts';
import type { Move, Requirement } from '../../../rules/lifecycle.ts';
import { useMoveWords, type Offered } from './Moves.tsx';

interface MoveFormProps {
  offered: Offered;
  busy: boolean;
  problem: Problem | undefined;
  make: (move: Move, given: Record<string, string>) => Promise<boolean>;
  close: () => void;
}

/** Asks for exactly what a move requires: of a school, always a few words. */
export function MoveForm({ offered: { move, requires }, busy, problem, make, close }: MoveFormProps) {
  const words = useMoveWords();
  const { requirements } = useTicketWords();
  const [given, setGiven] = useState<Record<string, string>>({});
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('textarea')?.focus(), []);
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (await make(move, given)) close();
  };
  const labelOf = (name: string) =>
    (requires.length === 1 && words.why(move)) || requirements[name as Requirement];
  return (
    <form ref={form} className="move-form" onSubmit={event => void onSubmit(event)}>
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(
          requires.map(name => [name, { id: `${move}-${name}`, label: labelOf(name) }]),
        )}
      />
      {requires.map(name => (
        <TextArea
          key={name}
          id={`${move}-${name}`}
          label={labelOf(name)}
          rows={3}
          required
          error={problem?.of(name)}
          value={given[name] ?? ''}
          onChange={event => setGiven({ ...given, [name]: event.target.value })}
          onKeyDown={event => event.key === 'Escape' && close()}
        />
      ))}
      <div className="moves">
        <Button look="main" type="submit" busy={busy}>
          {words.name(move)}
        </Button>
        <Button look="bare" onClick={close}>
          {words.cancel}
        </Button>
      </div>
    </form>
  );
}
