import { useEffect, useRef } from 'react';

const minute_ms = 60_000;

/** Once a minute while the page is in sight: what is said about time grows old without a deed. */
export function useEachMinute(again: () => void): void {
  const latest = useRef(again);
  useEffect(() => {
    latest.current = again;
  });
  useEffect(() => {
    const timer = setInterval(() => document.hidden || latest.current(), minute_ms);
    return () => clearInterval(timer);
  }, []);
}
