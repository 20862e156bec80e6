import { useEffect, useState, type FormEvent } from 'react';
import { Button, ErrorSummary, TextField, useGet, useSubmit } from '#ui/ui.ts';
import { navigate } from '#ui/route/router.tsx';
import { EntrancePage } from './EntrancePage.tsx';
import { PasswordField } from './PasswordField.tsx';
import { useWelcomeWords } from './welcome/words/use-words.ts';

const empty = { code: '', name: '', username: '', password: '' };
type Setup = typeof empty;

/** An empty installation: whoever has the code that the server printed becomes its administrator. */
export function SetupPage() {
  const words = useWelcomeWords().setup;
  const [given, setGiven] = useState(empty);
  const { submit, busy, problem } = useSubmit<unknown>();
  const setup = useGet<{ needed: boolean }>('/api/setup');
  useEffect(() => {
    if (setup.data && !setup.data.needed) navigate('/sign-in', { replace: true });
  }, [setup.data]);
  const about = (field: keyof Setup) => ({
    id: field,
    label: words[field],
    error: problem?.of(field),
    required: true,
    value: given[field],
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [field]: event.target.value }),
  });
  const onSubmit = async (event: FormEvent) => {
    event.preventDefault();
    if (await submit('/api/setup', given)) location.assign('/desk/set-up');
  };
  const fields = Object.fromEntries(
    (Object.keys(empty) as (keyof Setup)[]).map(id => [id, { id, label: words[id] }]),
  );
  return (
    <EntrancePage title={words.title} lead={words.lead}>
      <ErrorSummary problem={problem} fields={fields} />
      <form onSubmit={event => void onSubmit(event)}>
        <TextField
          {...about('code')}
          hint={words.code_hint}
          autoComplete="one-time-code"
          spellCheck={false}
        />
        <TextField {...about('name')} autoComplete="name" />
        <TextField {...about('username')} autoComplete="username" autoCapitalize="none" spellCheck={false} />
        <PasswordField {...about('password')} hint={words.password_hint} autoComplete="new-password" />
        <Button look="main" type="submit" busy={busy}>
          {words.submit}
        </Button>
      </form>
    </EntrancePage>
  );
}
