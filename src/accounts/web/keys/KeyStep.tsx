import { Suspense, useState, type FormEvent } from 'react';
import type { KeyAsked, KeyGiven, KeyToSetUp } from '#accounts/rules/keys/key.ts';
import type { OpeningKey } from '#accounts/rules/keys/kinds.ts';
import type { Session } from '#accounts/rules/session.ts';
import { Button, ErrorSummary, ExactField, Notice, useSubmit, type Problem } from '#ui/ui.ts';
import { EntrancePage } from '../EntrancePage.tsx';
import { CodesShown } from './CodesShown.tsx';
import { NewKeyForm } from './NewKeyForm.tsx';
import { usePasskey } from './passkey.ts';
import { useKeyWords } from './words.ts';
import './keys.css';

interface KeyStepProps {
  asked: KeyAsked | KeyToSetUp;
  onSession: (session: Session) => void;
  onBack: () => void;
  /** What the way back is called, where that is no other user name. */
  back?: string | undefined;
}

/** After the password: the second key, or setting one up. */
export function KeyStep({ asked, ...rest }: KeyStepProps) {
  return (
    <Suspense>
      {'key' in asked ? (
        <SignInKey asked={asked.key} {...rest} />
      ) : (
        <SetUpKey kinds={asked.set_up.kinds} {...rest} />
      )}
    </Suspense>
  );
}

type Key = KeyAsked['key'];

function SignInKey({ asked, onSession, ...rest }: Omit<KeyStepProps, 'asked'> & { asked: Key }) {
  const { submit, ...under_way } = useSubmit<Session>();
  const give = async (key: KeyGiven) => {
    const session = await submit('/api/session/key', key);
    if (session) onSession(session);
  };
  return <GiveKey asked={asked} {...under_way} {...rest} onKey={key => void give(key)} />;
}

interface GiveKeyProps extends Pick<KeyStepProps, 'onBack' | 'back'> {
  asked: Key;
  busy: boolean;
  problem: Problem | undefined;
  clear: () => void;
  onKey: (key: KeyGiven) => void;
}

/** The page that asks for a second key: one of the kinds that are right, and the way to another. */
export function GiveKey({ asked, busy, problem, clear, onKey, onBack, back }: GiveKeyProps) {
  const words = useKeyWords();
  const [by, setBy] = useState<OpeningKey | undefined>(asked.kinds[0]);
  const [code, setCode] = useState('');
  const [turnedAway, setTurnedAway] = useState(false);
  const choose = (kind: OpeningKey) => {
    clear();
    setCode('');
    setTurnedAway(false);
    setBy(kind);
  };
  const give = async (event: FormEvent) => {
    event.preventDefault();
    setTurnedAway(false);
    const answer = by === 'passkey' && asked.passkey ? await usePasskey(asked.passkey) : undefined;
    if (by === 'passkey' && !answer) return setTurnedAway(true);
    if (answer) onKey({ kind: 'passkey', answer });
    else if (by && by !== 'passkey') onKey({ kind: by, code });
  };
  return (
    <EntrancePage key="key" arriving={by === 'passkey'} title={words.ask.title} lead={words.ask.lead}>
      <ErrorSummary problem={problem} />
      {turnedAway && <Notice tone="bad" title={words.alone.failed} />}
      {!by && <Notice tone="bad" title={words.ask.none} />}
      {by && (
        <form className="key-form" onSubmit={event => void give(event)}>
          {by === 'passkey' ? (
            <p>{words.ask.passkey}</p>
          ) : (
            <ExactField
              key={by}
              id="key-code"
              label={words.ask.code[by]}
              hint={words.ask.hint[by]}
              inputMode={by === 'recovery' ? 'text' : 'numeric'}
              autoComplete={by === 'totp' ? 'one-time-code' : 'off'}
              type={by === 'pin' ? 'password' : 'text'}
              required
              autoFocus
              value={code}
              onChange={event => setCode(event.target.value)}
            />
          )}
          <Button look="main" type="submit" busy={busy}>
            {by === 'passkey' ? words.ask.passkey_go : words.ask.go}
          </Button>
        </form>
      )}
      {asked.kinds.length > 1 && (
        <div className="ways" role="group" aria-label={words.ask.other}>
          {asked.kinds
            .filter(kind => kind !== by)
            .map(kind => (
              <Button key={kind} small onClick={() => choose(kind)}>
                {words.ask.by[kind]}
              </Button>
            ))}
        </div>
      )}
      <p className="quiet t-14">{words.ask.lost}</p>
      <Button look="bare" small icon="left" onClick={onBack}>
        {back ?? words.ask.back}
      </Button>
    </EntrancePage>
  );
}

interface SetUpKeyProps extends Omit<KeyStepProps, 'asked'> {
  kinds: KeyToSetUp['set_up']['kinds'];
}

function SetUpKey({ kinds, onSession, onBack, back }: SetUpKeyProps) {
  const words = useKeyWords();
  const [codes, setCodes] = useState<{ codes: string[]; session: Session }>();
  if (codes)
    return (
      <EntrancePage key="codes" arriving title={words.codes.title}>
        <CodesShown codes={codes.codes} onKept={() => onSession(codes.session)} />
      </EntrancePage>
    );
  return (
    <EntrancePage key="set-up" arriving title={words.set_up.title} lead={words.set_up.lead}>
      <NewKeyForm
        at="/api/session"
        kinds={kinds}
        onAdded={({ recovery_codes, session }) => {
          if (!session) return;
          if (recovery_codes) setCodes({ codes: recovery_codes, session });
          else onSession(session);
        }}
      />
      <Button look="bare" small icon="left" onClick={onBack}>
        {back ?? words.ask.back}
      </Button>
    </EntrancePage>
  );
}
