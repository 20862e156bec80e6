import { lazy, Suspense, useEffect, useState, type FormEvent } from 'react';
import { Button, ErrorSummary, keepAnswer, Notice, TextField, useGet, useSubmit } from '#ui/ui.ts';
import { navigate, useRoute } from '#ui/route/router.tsx';
import type { Session } from '../rules/session.ts';
import type { SignOnOffer } from '../rules/sign-on.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { PasswordField } from './PasswordField.tsx';
import { WhoIsIt, type Named } from './WhoIsIt.tsx';
import { useAccountWords } from './words.ts';

/** Where the iGroup has no provider, nothing of it is loaded. */
const ThroughProvider = lazy(async () => ({
  default: (await import('./welcome/ThroughProvider.tsx')).ThroughProvider,
}));

type Answer = Session | { people: Named[] };

/** Two questions: the password, and behind a school's login, which of its people this is. */
export function SignInPage() {
  const words = useAccountWords();
  const { query } = useRoute();
  const [given, setGiven] = useState({ username: '', password: '' });
  const [people, setPeople] = useState<Named[]>();
  const { submit, busy, problem, clear } = useSubmit<Answer>();
  const setup = useGet<{ needed: boolean }>('/api/setup');
  const reason = query.get('sign_on');
  const { data: offer } = useGet<SignOnOffer>(
    `/api/sign-on${reason ? `?reason=${encodeURIComponent(reason)}` : ''}`,
  );
  const to = query.get('to');
  useEffect(() => {
    if (setup.data?.needed) navigate('/setup', { replace: true });
  }, [setup.data]);

  const send = async (person?: number) => {
    const answer = await submit('/api/session', { ...given, ...(person && { person }) });
    if (!answer) return;
    if ('people' in answer) setPeople(answer.people);
    else arrive(answer, to);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  if (people)
    return (
      <WhoIsIt
        people={people}
        busy={busy}
        problem={problem}
        onPick={person => void send(person)}
        onBack={() => (clear(), setPeople(undefined))}
      />
    );
  return (
    <EntrancePage title={words.sign_in.title}>
      {offer?.said && !problem && <Notice tone="bad" title={offer.said} />}
      {to && !problem && <Notice>{words.sign_in.out_again}</Notice>}
      <ErrorSummary
        problem={problem}
        fields={{
          username: { id: 'username', label: words.sign_in.username },
          password: { id: 'password', label: words.sign_in.password },
        }}
      />
      <form onSubmit={onSubmit}>
        <TextField
          id="username"
          label={words.sign_in.username}
          hint={words.sign_in.username_hint}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          value={given.username}
          onChange={event => setGiven({ ...given, username: event.target.value })}
        />
        <PasswordField
          id="password"
          label={words.sign_in.password}
          autoComplete="current-password"
          required
          value={given.password}
          onChange={event => setGiven({ ...given, password: event.target.value })}
        />
        <Button look="main" type="submit" busy={busy}>
          {words.sign_in.submit}
        </Button>
      </form>
      {offer?.label && (
        <Suspense>
          <ThroughProvider label={offer.label} to={to} />
        </Suspense>
      )}
    </EntrancePage>
  );
}

/** To where the person was going, each side to its own face. */
function arrive(session: Session, to: string | null): void {
  // Only a path of our own: "//elsewhere" would be another host.
  const wanted = to && /^\/(?![/\\])/.test(to) ? to : undefined;
  if (session.side === 'desk') return location.assign(wanted?.startsWith('/desk') ? wanted : '/desk');
  keepAnswer('/api/session', session);
  navigate(wanted && !wanted.startsWith('/desk') ? wanted : '/', { replace: true });
}
