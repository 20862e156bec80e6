import { Suspense, useState } from 'react';
import type { Session } from '#accounts/rules/session.ts';
import { Button, Notice, Problem, useSubmit } from '#ui/ui.ts';
import { usePasskey } from './passkey.ts';
import { useKeyWords } from './words.ts';

/** The way in without a password, for people of the iGroup: the device says who she is and makes sure of it. */
export const PasskeyAlone = (props: { onSession: (session: Session) => void }) => (
  <Suspense>
    <Alone {...props} />
  </Suspense>
);

function Alone({ onSession }: { onSession: (session: Session) => void }) {
  const words = useKeyWords().alone;
  const [refused, setRefused] = useState<string>();
  const asking = useSubmit<{ passkey: Record<string, unknown> }>();
  const opening = useSubmit<Session>();
  const go = async () => {
    setRefused(undefined);
    const asked = await asking.submit('/api/session/passkey', {});
    const answer = asked && (await usePasskey(asked.passkey));
    if (asked && !answer) return setRefused(words.failed);
    const session = answer && (await opening.submit('/api/session/key', { kind: 'passkey', answer }));
    if (session) onSession(session);
  };
  const problem: Problem | undefined = asking.problem ?? opening.problem;
  return (
    <>
      {(refused ?? problem) && <Notice tone="bad" title={refused ?? problem!.detail} />}
      <Button icon="key" busy={asking.busy || opening.busy} onClick={() => void go()}>
        {words.go}
      </Button>
    </>
  );
}
