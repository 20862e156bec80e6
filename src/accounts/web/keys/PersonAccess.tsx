import { Suspense, useState } from 'react';
import type { Access } from '#accounts/rules/keys/key.ts';
import { api, attempt, Button, Notice, Skeleton, useGet } from '#ui/ui.ts';
import { SchoolLines } from '../several/SchoolLines.tsx';
import { useSeveralWords } from '../several/words.ts';
import { KeyLines, SessionLines, SignInLines } from './AccessParts.tsx';
import { useKeyWords } from './words.ts';
import './keys.css';

/** Another person's keys and sessions, for who looks after them: seen, ended, taken off, never looked up. */
export const PersonAccess = (props: { id: number; name: string; onChanged?: () => void }) => (
  <Suspense fallback={<Skeleton lines={6} />}>
    <Parts {...props} />
  </Suspense>
);

function Parts({ id, name, onChanged }: { id: number; name: string; onChanged?: () => void }) {
  const words = useKeyWords();
  const several = useSeveralWords().other;
  const path = `/api/people/${id}`;
  const { data: access, problem, put } = useGet<Access>(`${path}/access`);
  const [sure, setSure] = useState(false);
  if (!access) return problem ? <Notice tone="bad" title={problem.detail} /> : <Skeleton lines={6} />;
  const act = (what: string, said: string) =>
    void attempt(
      async () => {
        put(await api.delete<Access>(`${path}/${what}`));
        setSure(false);
        return said;
      },
      async () => onChanged?.(),
    );
  return (
    <div className="access">
      <section>
        <header>
          <h3>{words.access.keys}</h3>
          {access.keys.length > 0 && access.can.take_keys && !sure && (
            <Button onClick={() => setSure(true)}>{words.access.take_keys}</Button>
          )}
        </header>
        {access.keys.length > 0 ? (
          <KeyLines keys={access.keys} />
        ) : (
          <p className="quiet">
            {words.access.no_keys} {access.needed && words.access.needed}
          </p>
        )}
        {sure && (
          <Notice title={words.access.take_why(name)}>
            <div className="go">
              <Button look="bare" onClick={() => setSure(false)}>
                {words.set_up.cancel}
              </Button>
              <Button look="main" autoFocus onClick={() => act('keys', words.access.taken(name))}>
                {words.access.take_keys}
              </Button>
            </div>
          </Notice>
        )}
      </section>
      <section>
        <header>
          <h3>{words.access.sessions}</h3>
          {access.sessions.some(({ here }) => !here) && (
            <Button onClick={() => act('sessions', words.access.ended(name))}>{words.access.end_all}</Button>
          )}
        </header>
        {access.sessions.length > 0 ? (
          <SessionLines
            sessions={access.sessions}
            onEnd={session => act(`sessions/${session.id}`, words.access.ended(name))}
          />
        ) : (
          <p className="quiet">{words.access.no_sessions}</p>
        )}
      </section>
      {access.schools.length > 0 && (
        <section>
          <header>
            <h3>{several.of_person}</h3>
          </header>
          <SchoolLines
            schools={access.schools}
            onEnd={there => act(`schools/${there.id}`, several.ended_of(name, there.school))}
          />
        </section>
      )}
      <section>
        <header>
          <h3>{words.access.sign_ins}</h3>
        </header>
        {access.sign_ins.length > 0 ? (
          <SignInLines sign_ins={access.sign_ins} />
        ) : (
          <p className="quiet">{words.access.no_sign_ins}</p>
        )}
      </section>
    </div>
  );
}
