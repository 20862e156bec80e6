import { useState, type FormEvent } from 'react';
import { Button, ErrorSummary, useSubmit } from '#ui/ui.ts';
import { PasswordField } from '../PasswordField.tsx';
import { useKeyWords } from './words.ts';

interface ConfirmProps<A> {
  title: string;
  lead?: string;
  path: string;
  /** How the password is called. */
  password: string;
  onDone: (answer: A) => void;
  onCancel: () => void;
}

/** A deed that a stolen session must not do: the password is asked for again. */
export function Confirm<A>({ title, lead, path, password, onDone, onCancel }: ConfirmProps<A>) {
  const words = useKeyWords().set_up;
  const { submit, busy, problem } = useSubmit<A>();
  const [secret, setSecret] = useState('');
  const go = async (event: FormEvent) => {
    event.preventDefault();
    const answer = await submit(path, { password: secret });
    if (answer) onDone(answer);
  };
  return (
    <form className="sheet key-form" onSubmit={event => void go(event)}>
      <h3>{title}</h3>
      {lead && <p>{lead}</p>}
      <ErrorSummary problem={problem} fields={{ password: { id: 'confirm-password', label: password } }} />
      <PasswordField
        id="confirm-password"
        label={password}
        autoComplete="current-password"
        autoFocus
        required
        error={problem?.of('password')}
        value={secret}
        onChange={event => setSecret(event.target.value)}
      />
      <div className="go">
        <Button look="bare" onClick={onCancel}>
          {words.cancel}
        </Button>
        <Button look="main" type="submit" busy={busy}>
          {title}
        </Button>
      </div>
    </form>
  );
}
