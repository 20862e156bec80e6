import { createContext, useContext, useEffect, useLayoutEffect, type ReactNode } from 'react';
import { setBrand } from '#ui/brand.ts';
import { soon } from '#ui/floating/soon.tsx';
import {
  actFor,
  Button,
  Notice,
  onSignedOut,
  Skeleton,
  startLive,
  useAnother,
  useGet,
  useLive,
  useUiWords,
} from '#ui/ui.ts';
import type { Session } from '../rules/session.ts';

const AnotherActs = soon(async () => (await import('./several/AnotherActs.tsx')).AnotherActs);

const Now = createContext<Session | null>(null);

/** Who is signed in. Only within `SignedIn`. */
export function useSession(): Session {
  const session = useContext(Now);
  if (!session) throw new Error('SignedIn must be around everything that asks who is signed in.');
  return session;
}

/** Shows what is for people who are signed in; `signedOut` takes the others to the sign-in page. */
export function SignedIn({ signedOut, children }: { signedOut: () => void; children: ReactNode }) {
  const { data, problem, reload } = useGet<Session>('/api/session');
  const words = useUiWords();
  useEffect(() => onSignedOut(signedOut), [signedOut]);
  useEffect(startLive, []);
  const another = useAnother();
  const person = data?.person.id;
  // Before anything within asks the server or sends something to it.
  useLayoutEffect(() => {
    actFor(person);
    return () => actFor(undefined);
  }, [person]);
  // A gate that opens or shuts is heard; what was missed is asked for when the line is back, as at a planned day.
  // The stream's first opening stands beside the first question, and needs no second.
  useLive(
    ({ kind }) => kind.endsWith('_there') && reload(),
    first => first || reload(),
    ({ kind }) => kind === 'standing' && reload(),
  );
  useEffect(() => {
    if (data) setBrand(data.igroup.name);
  }, [data]);
  if (data)
    return (
      <Now value={data}>
        {another && <AnotherActs session={data} />}
        {children}
      </Now>
    );
  if (problem && problem.status !== 401)
    return (
      <main className="lost">
        <Notice tone="bad" title={problem.detail}>
          <Button onClick={reload}>{words.try_again}</Button>
        </Notice>
      </main>
    );
  return (
    <main className="lost">
      <Skeleton lines={4} />
    </main>
  );
}
