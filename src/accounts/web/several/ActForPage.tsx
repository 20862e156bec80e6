import { Suspense, useEffect, useState, type FormEvent } from 'react';
import { navigate } from '#ui/route/router.tsx';
import { Button, ErrorSummary } from '#ui/ui.ts';
import { EntrancePage } from '../EntrancePage.tsx';
import { KeyStep } from '../keys/KeyStep.tsx';
import { PasswordField } from '../PasswordField.tsx';
import { useSession } from '../SignedIn.tsx';
import { arrived, useGoingOver, waitsFor } from './going.ts';
import { useSeveralWords } from './words.ts';

const home = () => navigate('/', { replace: true });

/** What the other school asks for before one acts for it: its password, then a second key. */
export function ActForPage() {
  const waiting = waitsFor();
  useEffect(() => {
    if (!waiting) home();
  }, [waiting]);
  if (!waiting) return null;
  return (
    <Suspense>
      <Asking {...waiting} />
    </Suspense>
  );
}

function Asking({ there, asked }: NonNullable<ReturnType<typeof waitsFor>>) {
  const words = useSeveralWords();
  const here = useSession().school!.name;
  const { go, busy, problem } = useGoingOver();
  const [password, setPassword] = useState('');
  if (!('password_of' in asked))
    return <KeyStep asked={asked} onSession={arrived} onBack={home} back={words.back_to(here)} />;
  const label = words.password(there.school);
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void go(there, password);
  };
  return (
    <EntrancePage
      arriving
      title={words.password_title(there.school)}
      lead={words.password_lead(there.school)}
    >
      <ErrorSummary problem={problem} fields={{ password: { id: 'password-there', label } }} />
      <form onSubmit={onSubmit}>
        <PasswordField
          id="password-there"
          label={label}
          autoComplete="off"
          required
          error={problem?.of('password')}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        <Button look="main" type="submit" busy={busy}>
          {words.go}
        </Button>
      </form>
      <Button look="bare" small icon="left" onClick={home}>
        {words.back_to(here)}
      </Button>
    </EntrancePage>
  );
}
