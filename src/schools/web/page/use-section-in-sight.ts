import { useEffect, useState } from 'react';

/** Which section one reads: the last whose heading has come to the upper part of the window, at the end the last. */
export function useSectionInSight<Id extends string>(ids: readonly Id[]): Id | undefined {
  const [here, setHere] = useState(ids[0]);
  useEffect(() => {
    const look = () => {
      const read = ids.filter(
        id => (document.getElementById(id)?.getBoundingClientRect().top ?? Infinity) < 160,
      );
      const page = document.getElementById(ids[0]!)?.closest('main');
      const ended = page && page.scrollTop > 0 && page.scrollTop + page.clientHeight > page.scrollHeight - 8;
      setHere((ended ? ids : read).at(-1) ?? ids[0]);
    };
    // The page scrolls inside the frame, and a scroll does not bubble.
    document.addEventListener('scroll', look, { capture: true, passive: true });
    return () => document.removeEventListener('scroll', look, { capture: true });
  }, [ids]);
  return here;
}
