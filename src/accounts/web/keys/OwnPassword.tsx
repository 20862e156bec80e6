import { useState, type FormEvent } from 'react';
import { Button, ErrorSummary, toast, useSubmit } from '#ui/ui.ts';
import { PasswordField } from '../PasswordField.tsx';
import { useKeyWords } from './words.ts';

/** One's own password, for who has one of her own. */
export function OwnPassword({ onChanged }: { onChanged: () => void }) {
  const words = useKeyWords().account;
  const empty = { old: '', new: '' };
  const [given, setGiven] = useState(empty);
  const { submit, busy, problem } = useSubmit<unknown>('put');
  const wired = (field: keyof typeof empty) => ({
    id: `${field}-password`,
    label: words[field],
    required: true,
    error: problem?.of(field),
    value: given[field],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [field]: event.target.value }),
  });
  const change = async (event: FormEvent) => {
    event.preventDefault();
    if ((await submit('/api/session/password', given)) === undefined) return;
    setGiven(empty);
    toast({ text: words.password_changed });
    onChanged();
  };
  return (
    <section>
      <header>
        <h2>{words.password}</h2>
      </header>
      <details>
        <summary>{words.change_password}</summary>
        <form className="key-form" onSubmit={event => void change(event)}>
          <ErrorSummary
            problem={problem}
            fields={{
              old: { id: 'old-password', label: words.old },
              new: { id: 'new-password', label: words.new },
            }}
          />
          <PasswordField {...wired('old')} autoComplete="current-password" />
          <PasswordField {...wired('new')} hint={words.new_hint} autoComplete="new-password" />
          <div className="go">
            <Button look="main" type="submit" busy={busy}>
              {words.save}
            </Button>
          </div>
        </form>
      </details>
    </section>
  );
}
