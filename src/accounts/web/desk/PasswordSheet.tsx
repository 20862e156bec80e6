import { useState } from 'react';
import type { Agent } from '#accounts/rules/session.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { ExactField, toast, useSubmit } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';

/** A password is reset, never looked up (S10). It is in sight, since it is handed over. */
export function PasswordSheet({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const words = usePeopleWords().people;
  const { submit, busy, problem } = useSubmit<unknown>();
  const [password, setPassword] = useState('');
  const set = async () => {
    if ((await submit(`/api/agents/${agent.id}/password`, { password })) === undefined) return;
    toast({ text: words.password_set(agent.name) });
    onClose();
  };
  return (
    <SheetForm
      title={words.password_for(agent.name)}
      deed={words.save}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void set()}
      onClose={onClose}
    >
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
