import { useState } from 'react';
import type { Fact } from '#schools/rules/facts/fact.ts';
import { fact_limits } from '#schools/rules/facts/kinds.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Problem, TextField } from '#ui/ui.ts';
import { useFactWords, useWithdrawing } from './asking.ts';

/** A fact goes with a reason, and stays in the list. */
export function WithdrawSheet({
  school,
  fact,
  onClose,
}: {
  school: number;
  fact: Fact;
  onClose: () => void;
}) {
  const { kinds, withdrawing: words } = useFactWords();
  const { mutate, isPending, error } = useWithdrawing(school, fact);
  const [why, setWhy] = useState('');
  const problem = error instanceof Problem ? error : undefined;
  return (
    <SheetForm
      title={words.title(kinds[fact.kind])}
      deed={words.send}
      cancel={words.cancel}
      busy={isPending}
      problem={problem}
      onSubmit={() => mutate(why, { onSuccess: onClose })}
      onClose={onClose}
    >
      <p>{words.lead}</p>
      <TextField
        label={words.why}
        autoFocus
        autoComplete="off"
        maxLength={fact_limits.why}
        value={why}
        error={problem?.of('why')}
        onChange={event => setWhy(event.target.value)}
      />
    </SheetForm>
  );
}
