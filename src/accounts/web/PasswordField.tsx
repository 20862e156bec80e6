import { useState, type InputHTMLAttributes } from 'react';
import { Button, Field, useUiWords, type About } from '#ui/ui.ts';

/** A password that can be looked at: long ones are typed right more often. */
export function PasswordField({
  label,
  hint,
  error,
  id,
  ...rest
}: About & { id: string } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  const words = useUiWords().password;
  const [shown, setShown] = useState(false);
  return (
    <Field {...{ label, hint, error, id }}>
      {wiring => (
        <span className="password">
          <input className="control" {...rest} {...wiring} type={shown ? 'text' : 'password'} />
          <Button aria-pressed={shown} aria-controls={id} onClick={() => setShown(!shown)}>
            {shown ? words.hide : words.show}
          </Button>
        </span>
      )}
    </Field>
  );
}
