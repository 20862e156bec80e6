import { lazy, Suspense, useEffect, useState, type FormEvent } from 'react';
import {
  Button,
  ErrorSummary,
  forgetAnswers,
  keepAnswer,
  Notice,
  TextField,
  useGet,
  useSubmit,
} from '#ui/ui.ts';
import { Link, navigate, useRoute } from '#ui/route/router.tsx';
import { soon } from '#ui/floating/soon.tsx';
import { later } from '#ui/route/later.tsx';
import type { KeyAsked, KeyToSetUp } from '../rules/keys/key.ts';
import type { Session } from '../rules/session.ts';
import type { SignOnOffer } from '../rules/sign-on.ts';
import { EntrancePage } from './EntrancePage.tsx';
import { PasswordField } from './PasswordField.tsx';
import type { Named } from './WhoIsIt.tsx';
import { useAccountWords } from './words.ts';

/** Where the iGroup has no provider, nothing of it is loaded. */
const ThroughProvider = lazy(async () => ({
  default: (await import('./welcome/ThroughProvider.tsx')).ThroughProvider,
}));

type Answer = Session | { people: Named[] } | KeyAsked | KeyToSetUp;

/** What follows the password comes after the page. */
const WhoIsIt = later(async () => (await import('./WhoIsIt.tsx')).WhoIsIt);
const KeyStep = later(async () => (await import('./keys/KeyStep.tsx')).KeyStep);
const PasskeyAlone = soon(async () => (await import('./keys/PasskeyAlone.tsx')).PasskeyAlone);

/** Browsers give passkeys to an address that has a name, over https or on this computer. */
const passkeysHere = () =>
  isSecureContext && 'PublicKeyCredential' in window && !/^[\d.]+$|^\[/.test(location.hostname);

/** The password; behind a school's login, which of its people this is; then her second key, where she has or needs one. */
export function SignInPage() {
  const words = useAccountWords();
  const { query } = useRoute();
  const [given, setGiven] = useState({ username: '', password: '' });
  const [people, setPeople] = useState<Named[]>();
  const [asked, setAsked] = useState<KeyAsked | KeyToSetUp>();
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
    else if ('person' in answer) arrive(answer, to);
    else setAsked(answer);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };

  const again = () => (clear(), setPeople(undefined), setAsked(undefined));
  if (asked) return <KeyStep asked={asked} onSession={session => arrive(session, to)} onBack={again} />;
  if (people)
    return (
      <WhoIsIt
        people={people}
        busy={busy}
        problem={problem}
        onPick={person => void send(person)}
        onBack={again}
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
      {passkeysHere() && <PasskeyAlone onSession={session => arrive(session, to)} />}
      {(['guide', 'help', 'emergency'] as const).map(way => (
        <Link key={way} className="t-14" to={`/${way}`}>
          {words.sign_in[way]}
        </Link>
      ))}
    </EntrancePage>
  );
}

/** To where the person was going, each side to its own face. */
function arrive(session: Session, to: string | null): void {
  // Only a path of our own: "//elsewhere" would be another host.
  const wanted = to && /^\/(?![/\\])/.test(to) ? to : undefined;
  if (session.side === 'desk') return location.assign(wanted?.startsWith('/desk') ? wanted : '/desk');
  forgetAnswers();
  keepAnswer('/api/session', session);
  if (wanted === '/guide') location.assign(wanted);
  else navigate(wanted && !wanted.startsWith('/desk') ? wanted : '/', { replace: true });
}
