import { useEffect } from 'react';
import type { Session } from '#accounts/rules/session.ts';
import { Button, missedSome, sendDrafts } from '#ui/ui.ts';
import { useSeveralWords } from './words.ts';
import './several.css';

/** Above a page that was opened for somebody else than is signed in in this browser now. */
export function AnotherActs({ session: { person, school } }: { session: Session }) {
  const words = useSeveralWords().another;
  // She has come back: the page goes on, with what was written and with what it missed.
  useEffect(
    () => () => {
      void sendDrafts();
      missedSome();
    },
    [],
  );
  return (
    <div className="another no-print" role="alert">
      <div>
        <p className="name">{words.title(person.name, school?.name)}</p>
        <p>{words.why}</p>
      </div>
      <Button onClick={() => location.assign(location.pathname.startsWith('/desk') ? '/desk' : '/')}>
        {words.load}
      </Button>
    </div>
  );
}
