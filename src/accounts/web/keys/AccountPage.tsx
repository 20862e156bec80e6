import { lazy, Suspense, useState } from 'react';
import type { Account } from '#accounts/rules/keys/key.ts';
import { api, attempt, Button, Notice, Skeleton, toast, useGet, useLive } from '#ui/ui.ts';
import { useSession } from '../SignedIn.tsx';
import { KeyLines, SessionLines, SignInLines } from './AccessParts.tsx';
import { CodesShown } from './CodesShown.tsx';
import { Confirm } from './Confirm.tsx';
import { NewKeyForm } from './NewKeyForm.tsx';
import { OwnPassword } from './OwnPassword.tsx';
import { SchoolKeysPart } from './SchoolKeysPart.tsx';
import { useKeyWords } from './words.ts';
import './keys.css';

/** Of people of schools alone: nothing of it is loaded at the desk. */
const OtherSchoolsPart = lazy(async () => ({
  default: (await import('../several/OtherSchoolsPart.tsx')).OtherSchoolsPart,
}));

/** One's own keys, sessions and last sign-ins. Both faces have it; the heading is theirs. */
export const AccountParts = () => (
  <Suspense fallback={<Skeleton lines={9} />}>
    <Parts />
  </Suspense>
);

function Parts() {
  const { data: account, problem, reload, put } = useGet<Account>('/api/account');
  useLive(
    ({ kind }) => (kind.startsWith('key') || kind.endsWith('_there')) && reload(),
    reload,
    ({ kind }) => kind === 'sessions_ended' && reload(),
  );
  const { school } = useSession();
  if (!account) return problem ? <Notice tone="bad" title={problem.detail} /> : <Skeleton lines={9} />;
  return (
    <div className="access">
      <OwnKeys account={account} onChanged={reload} />
      <OwnSessions account={account} put={put} reload={reload} />
      {school && (
        <OtherSchoolsPart schools={account.schools} onChanged={schools => put({ ...account, schools })} />
      )}
      <OwnSignIns account={account} />
      {account.can.change_password && <OwnPassword onChanged={reload} />}
      {account.can.secure_school && school && <SchoolKeysPart school={school.id} />}
    </div>
  );
}

type Doing = 'add' | 'renew' | { remove: number } | { codes: string[] };

function OwnKeys({ account, onChanged }: { account: Account; onChanged: () => void }) {
  const words = useKeyWords();
  const { side } = useSession();
  const [doing, setDoing] = useState<Doing>();
  const password = side === 'school' ? words.set_up.password_school : words.set_up.password;
  const done = (text?: string) => {
    setDoing(undefined);
    onChanged();
    if (text) toast({ text });
  };
  const removing =
    typeof doing === 'object' && 'remove' in doing
      ? account.keys.find(({ id }) => id === doing.remove)
      : undefined;
  return (
    <section>
      <header>
        <div>
          <h2>{words.account.keys}</h2>
          <p className="quiet t-13">
            {words.account.keys_lead} {account.needed && words.account.needed}
          </p>
        </div>
        {!doing && (
          <Button icon="plus" onClick={() => setDoing('add')}>
            {words.account.add}
          </Button>
        )}
      </header>
      {account.keys.length > 0 ? (
        <KeyLines
          keys={account.keys}
          deed={key => (
            <Button
              look="bare"
              small
              aria-label={words.account.take_off_named(key.name || words.kind[key.kind])}
              onClick={() => setDoing({ remove: key.id })}
            >
              {words.account.take_off}
            </Button>
          )}
        />
      ) : (
        <p className="empty">{side === 'school' ? words.account.no_keys_school : words.account.no_keys}</p>
      )}
      {doing === 'add' && (
        <div className="sheet">
          <NewKeyForm
            at="/api/account"
            kinds={account.kinds.filter(
              kind => kind === 'passkey' || !account.keys.some(key => key.kind === kind),
            )}
            password={password}
            onCancel={() => setDoing(undefined)}
            onAdded={({ recovery_codes: codes }) => {
              done(words.account.added);
              if (codes) setDoing({ codes });
            }}
          />
        </div>
      )}
      {typeof doing === 'object' && 'codes' in doing && (
        <div className="sheet" role="group" aria-label={words.codes.title}>
          <CodesShown codes={doing.codes} onKept={() => done()} />
        </div>
      )}
      {removing && (
        <Confirm
          title={words.account.take_off_named(removing.name || words.kind[removing.kind])}
          path={`/api/account/keys/${removing.id}/removal`}
          {...{ password }}
          onDone={() => done(words.account.taken_off)}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {doing === 'renew' && (
        <Confirm<{ recovery_codes: string[] }>
          title={words.account.renew}
          lead={words.account.renew_why}
          path="/api/account/recovery-codes"
          {...{ password }}
          onDone={({ recovery_codes: codes }) => {
            onChanged();
            setDoing({ codes });
          }}
          onCancel={() => setDoing(undefined)}
        />
      )}
      {account.keys.length > 0 && !doing && (
        <p className="t-13">
          {words.account.codes_left(account.recovery_codes)}{' '}
          <Button look="bare" small onClick={() => setDoing('renew')}>
            {words.account.renew}
          </Button>
        </p>
      )}
    </section>
  );
}

interface OwnSessionsProps {
  account: Account;
  put: (account: Account) => void;
  reload: () => void;
}

function OwnSessions({ account, put, reload }: OwnSessionsProps) {
  const words = useKeyWords();
  const end = (path: string, said: string) =>
    void attempt(
      async () => {
        put({ ...account, ...(await api.delete<Partial<Account>>(path)), can: account.can });
        return said;
      },
      async () => reload(),
    );
  return (
    <section>
      <header>
        <h2>{words.account.sessions}</h2>
        {account.sessions.length > 1 && (
          <Button onClick={() => end('/api/account/sessions', words.account.others_ended)}>
            {words.account.end_others}
          </Button>
        )}
      </header>
      <SessionLines
        sessions={account.sessions}
        onEnd={({ id }) => end(`/api/account/sessions/${id}`, words.account.ended)}
      />
    </section>
  );
}

function OwnSignIns({ account: { sign_ins } }: { account: Account }) {
  const words = useKeyWords();
  return (
    <section>
      <header>
        <h2>{words.account.sign_ins}</h2>
      </header>
      {sign_ins.length > 0 ? (
        <SignInLines sign_ins={sign_ins} />
      ) : (
        <p className="quiet">{words.access.no_sign_ins}</p>
      )}
    </section>
  );
}
