import { useEffect, useRef, useState } from 'react';
import type { Announcement } from '#schools/rules/announcement.ts';
import { usePortalWords } from '../words.ts';

/** A notice that arrives while the page is open, to be read out. */
export function useNewNotice(items: readonly Announcement[] | undefined): string {
  const words = usePortalWords().notices;
  const [told, setTold] = useState('');
  const seen = useRef<number>(undefined);
  useEffect(() => {
    if (!items) return;
    const newest = items[0];
    const first = seen.current === undefined;
    if (newest && !first && newest.id > seen.current!) setTold(words.arrived(newest.title));
    seen.current = Math.max(seen.current ?? 0, newest?.id ?? 0);
  }, [items, words]);
  return told;
}
