import { Link } from '@tanstack/react-router';
import { useEffect, type ReactNode } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button } from '#ui/ui.ts';
import { useDeskWords } from './words/use-words.ts';

/** The door of the desk's screens: what surrounds its pages. */
export { Asking } from './frame/Asking.tsx';
export { Frame } from './frame/Frame.tsx';

/** The session is over: sign in, then come back to this very page. */
export function toSignIn(): void {
  location.assign(`/sign-in?to=${encodeURIComponent(location.pathname + location.search)}`);
}

/** A school's person who comes to the desk's address is taken to the portal. */
export function DeskOnly({ children }: { children: ReactNode }) {
  const { side } = useSession();
  useEffect(() => {
    if (side !== 'desk') location.replace('/');
  }, [side]);
  return side === 'desk' ? children : null;
}

export function LostPage() {
  const words = useDeskWords();
  return (
    <WorkPage title={words.problem.lost}>
      <p>
        <Link to="/desk" search={{}}>
          {words.list.see_all}
        </Link>
      </p>
    </WorkPage>
  );
}

export function BrokenPage() {
  const words = useDeskWords().problem;
  return (
    <WorkPage title={words.broken}>
      <p>
        <Button onClick={() => location.reload()}>{words.reload}</Button>
      </p>
    </WorkPage>
  );
}
