import { useState, type FormEvent } from 'react';
import type { AddedKey, Begun, NewKey } from '#accounts/rules/keys/key.ts';
import type { KeyKind } from '#accounts/rules/keys/kinds.ts';
import { Button, ErrorSummary, ExactField, Notice, RadioGroup, TextField, useSubmit } from '#ui/ui.ts';
import { PasswordField } from '../PasswordField.tsx';
import { makePasskey } from './passkey.ts';
import { useKeyWords } from './words.ts';

interface NewKeyFormProps {
  /** Where the key is had: with a session, or on signing in, when the password was right just now. */
  at: '/api/account' | '/api/session';
  kinds: readonly KeyKind[];
  /** How the password is called that is asked for again; undefined asks for none. */
  password?: string;
  onAdded: (added: AddedKey) => void;
  onCancel?: () => void;
}

/** Two steps: which kind, then the key shown to work. */
export function NewKeyForm({ at, kinds, password, onAdded, onCancel }: NewKeyFormProps) {
  const words = useKeyWords();
  const [kind, setKind] = useState<KeyKind>(kinds[0]!);
  const [secret, setSecret] = useState('');
  const [begun, setBegun] = useState<Begun>();
  const { submit, busy, problem, clear } = useSubmit<Begun>();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const asked = await submit(`${at}/key-beginnings`, { kind, ...(password && { password: secret }) });
    if (asked) setBegun(asked);
  };
  if (begun)
    return <Finish at={at} begun={begun} onAdded={onAdded} onBack={() => (clear(), setBegun(undefined))} />;
  return (
    <form className="key-form" onSubmit={event => void begin(event)}>
      <ErrorSummary problem={problem} fields={{ password: { id: 'key-password', label: password ?? '' } }} />
      <RadioGroup
        label={words.set_up.choose}
        name="key-kind"
        choices={kinds.map(value => ({
          value,
          label: words.kind[value],
          hint: words.set_up.what[value],
        }))}
        value={kind}
        onChange={setKind}
      />
      {password && (
        <PasswordField
          id="key-password"
          label={password}
          autoComplete="current-password"
          required
          error={problem?.of('password')}
          value={secret}
          onChange={event => setSecret(event.target.value)}
        />
      )}
      <div className="go">
        {onCancel && (
          <Button look="bare" onClick={onCancel}>
            {words.set_up.cancel}
          </Button>
        )}
        <Button look="main" type="submit" busy={busy}>
          {words.set_up.next}
        </Button>
      </div>
    </form>
  );
}

interface FinishProps {
  at: NewKeyFormProps['at'];
  begun: Begun;
  onAdded: NewKeyFormProps['onAdded'];
  onBack: () => void;
}

function Finish({ at, begun, onAdded, onBack }: FinishProps) {
  const words = useKeyWords();
  const { submit, busy, problem } = useSubmit<AddedKey>();
  const [code, setCode] = useState('');
  const [name, setName] = useState('');
  const [turnedAway, setTurnedAway] = useState(false);
  const add = async (event: FormEvent) => {
    event.preventDefault();
    setTurnedAway(false);
    const given = await keyOf(begun, code);
    if (!given) return setTurnedAway(true);
    const added = await submit(`${at}/keys`, { ...given, ...(name.trim() && { name }) });
    if (added) onAdded(added);
  };
  const label = begun.kind === 'pin' ? words.set_up.pin : words.set_up.code;
  return (
    <form className="key-form" onSubmit={event => void add(event)}>
      <ErrorSummary problem={problem} fields={{ code: { id: 'key-code', label } }} />
      {turnedAway && <Notice tone="bad" title={words.set_up.failed} />}
      {begun.kind === 'passkey' && <p>{words.set_up.passkey}</p>}
      {begun.secret && begun.picture && <Secret secret={begun.secret} picture={begun.picture} />}
      {begun.kind !== 'passkey' && (
        <ExactField
          id="key-code"
          label={label}
          {...(begun.kind === 'pin' && { hint: words.set_up.pin_hint, type: 'password' })}
          inputMode="numeric"
          autoComplete={begun.kind === 'pin' ? 'new-password' : 'one-time-code'}
          autoFocus
          required
          error={problem?.of('code')}
          value={code}
          onChange={event => setCode(event.target.value)}
        />
      )}
      {begun.kind !== 'pin' && (
        <TextField
          label={words.set_up.name}
          hint={words.set_up.name_example}
          optional
          autoFocus={begun.kind === 'passkey'}
          autoComplete="off"
          maxLength={60}
          value={name}
          onChange={event => setName(event.target.value)}
        />
      )}
      <div className="go">
        <Button look="bare" onClick={onBack}>
          {words.set_up.back}
        </Button>
        <Button look="main" type="submit" busy={busy}>
          {words.set_up.finish}
        </Button>
      </div>
    </form>
  );
}

async function keyOf({ kind, passkey }: Begun, code: string): Promise<NewKey | undefined> {
  if (kind !== 'passkey') return { kind, code };
  const answer = passkey && (await makePasskey(passkey));
  return answer ? { kind, answer } : undefined;
}

/** As a picture for the app's camera, and in letters for who has none. */
function Secret({ secret, picture }: { secret: string; picture: string }) {
  const words = useKeyWords().set_up;
  return (
    <>
      <p>{words.scan}</p>
      <img
        className="secret"
        alt={words.picture}
        src={`data:image/svg+xml,${encodeURIComponent(picture)}`}
        width={200}
        height={200}
      />
      <p>
        {words.by_hand} <code>{secret.match(/.{1,4}/g)!.join(' ')}</code>
      </p>
    </>
  );
}
