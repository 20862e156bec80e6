import { useEffect, useState, type ComponentType } from 'react';
import { Skeleton } from '../parts/Waiting.tsx';
import { afterAWhile, withWords } from '../words/with-words.ts';

const after_first_screen_ms = 1500;

/**
 * A page that the first screen doesn't wait for: fetched when that is drawn, so that it is there when it is opened. A
 * line that breaks meanwhile is tried until it is back.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  let Page: ComponentType<P> | undefined;
  let fetching: Promise<void> | undefined;
  const tried = (): Promise<ComponentType<P>> => withWords(load).catch(() => afterAWhile().then(tried));
  const fetched = () =>
    (fetching ??= tried().then(found => {
      Page = found;
    }));
  setTimeout(() => void fetched(), after_first_screen_ms);
  return function Later(props: P) {
    const [, setHere] = useState(Page !== undefined);
    useEffect(() => {
      if (!Page) void fetched().then(() => setHere(true));
    }, []);
    if (Page) return <Page {...props} />;
    return (
      <div className="page">
        <Skeleton lines={9} />
      </div>
    );
  };
}
