import { useEffect, useState, type FormEvent } from 'react';
import { Button, ErrorSummary, Skeleton, useSubmit } from '#ui/ui.ts';
import { Link } from '#ui/route/router.tsx';
import type { OpenLink } from '../../rules/links.ts';
import { EntrancePage } from '../EntrancePage.tsx';
import { PasswordField } from '../PasswordField.tsx';
import './through.css';
import { useDeparture } from './use-departure.ts';
import { useWelcomeWords } from './words/use-words.ts';

/** The page of a one-time link: whom it is for, and a password that nobody else ever knows. */
export function WelcomePage() {
  const words = useWelcomeWords();
  const [secret] = useState(() => location.hash.slice(1));
  const [link, setLink] = useState<OpenLink>();
  const opening = useSubmit<OpenLink>();
  useEffect(() => {
    void opening.submit('/api/links/open', { secret }).then(open => open && setLink(open));
    // Once for each page: the link is all that it is about.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [secret]);
  if (opening.problem)
    return (
      <EntrancePage arriving title={words.over} lead={opening.problem.detail}>
        {opening.problem.status === 404 && <p>{words.unknown}</p>}
        <p>
          <Link to="/sign-in">{words.to_sign_in}</Link>
        </p>
      </EntrancePage>
    );
  if (!link)
    return (
      <EntrancePage title="Firstline">
        <Skeleton lines={3} />
      </EntrancePage>
    );
  return <Arrival link={link} secret={secret} />;
}

function Arrival({ link, secret }: { link: OpenLink; secret: string }) {
  const words = useWelcomeWords();
  const [password, setPassword] = useState('');
  const [done, setDone] = useState(false);
  const { submit, busy, problem } = useSubmit<{ signed_in: boolean }>();
  const { kind, name, username, expires, provider } = link;
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const arrived = await submit('/api/links/use', { secret, password });
    if (arrived?.signed_in) location.assign('/desk');
    else setDone(arrived !== undefined);
  };
  if (done)
    return (
      <EntrancePage key="done" arriving title={words.done}>
        <p>
          <Link to="/sign-in">{words.to_sign_in}</Link>
        </p>
      </EntrancePage>
    );
  return (
    <EntrancePage title={words[kind](name)} lead={words[`${kind}_lead`]}>
      <ErrorSummary problem={problem} fields={{ password: { id: 'password', label: words.password } }} />
      <form onSubmit={event => void send(event)}>
        <p>
          {words.username} <strong>{username}</strong>
          <input type="hidden" name="username" autoComplete="username" value={username} />
        </p>
        <PasswordField
          id="password"
          label={words.password}
          hint={words.password_hint}
          error={problem?.of('password')}
          autoComplete="new-password"
          required
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        <Button look="main" type="submit" busy={busy}>
          {kind === 'invitation' ? words.come_in : words.keep}
        </Button>
      </form>
      {provider && <WithProvider label={provider} secret={secret} />}
      <p className="quiet t-14">
        {words.until} {expires.words}.
      </p>
    </EntrancePage>
  );
}

function WithProvider({ label, secret }: { label: string; secret: string }) {
  const words = useWelcomeWords();
  const { leave, busy, problem } = useDeparture();
  return (
    <div className="through">
      <ErrorSummary problem={problem} />
      <p className="quiet t-14">{words.or}</p>
      <Button icon="key" busy={busy} onClick={() => leave({ purpose: 'invitation', secret })}>
        {words.through(label)}
      </Button>
    </div>
  );
}
