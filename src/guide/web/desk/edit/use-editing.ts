import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { KeptGuide } from '#guide/rules/editing.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { api, Problem } from '#ui/ui.ts';
import { kept_guide } from '../asking.ts';

const rest_ms = 1200;

/** What is being written: kept by the server a moment after the last letter, and never over what somebody else wrote. */
export interface Editing {
  guide: Guide;
  change: (next: (guide: Guide) => Guide) => void;
  state: 'kept' | 'writing' | 'refused';
  problem: Problem | undefined;
  /** The edition that the server has of it. */
  edition: number;
  /** Gives up what stands here for what is kept. */
  takeTheirs: () => void;
}

/** A guide that is only read. */
export const onlyRead = (guide: Guide): Editing => ({
  ...{ guide, edition: 0, state: 'kept', problem: undefined },
  change: () => undefined,
  takeTheirs: () => undefined,
});

export function useEditing(kept: KeptGuide): Editing {
  const client = useQueryClient();
  const [guide, setGuide] = useState(kept.draft?.guide ?? kept.guide);
  const [edition, setEdition] = useState(kept.draft?.edition ?? 0);
  const [state, setState] = useState<Editing['state']>('kept');
  const [problem, setProblem] = useState<Problem>();
  const latest = useRef(guide);
  const sending = useRef(false);
  /** The edition that was written upon last, for what is sent after the page is left. */
  const upon = useRef(edition);
  /** The page is left: what was written while something was on its way goes right after it. */
  const hurries = useRef(false);

  const adopt = useCallback((now: KeptGuide) => {
    latest.current = now.draft?.guide ?? now.guide;
    setGuide(latest.current);
    upon.current = now.draft?.edition ?? 0;
    setEdition(upon.current);
    setState('kept');
    setProblem(undefined);
  }, []);
  // What a colleague keeps is taken over as long as nothing is written here.
  const theirs = kept.draft?.edition ?? 0;
  const heard = useRef(theirs);
  useEffect(() => {
    if (heard.current === theirs) return;
    heard.current = theirs;
    if (state === 'kept' && theirs !== edition) adopt(kept);
  }, [adopt, kept, theirs, state, edition]);

  const save = useCallback(async () => {
    if (sending.current) return;
    sending.current = true;
    try {
      let sent: Guide;
      do {
        sent = latest.current;
        const now = await api.put<KeptGuide>('/api/guide/draft', { guide: sent, edition: upon.current });
        client.setQueryData(kept_guide, now);
        upon.current = now.draft!.edition;
        setEdition(upon.current);
      } while (hurries.current && latest.current !== sent);
      if (latest.current === sent) setState('kept');
      setProblem(undefined);
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      setProblem(error);
      // Somebody else has written: what stands here waits for a choice. Where the line is down, the next letter tries again.
      setState('refused');
    } finally {
      sending.current = false;
    }
  }, [client]);

  useEffect(() => {
    if (state !== 'writing') return;
    const timer = setTimeout(() => void save(), rest_ms);
    return () => clearTimeout(timer);
    // Also once more when what was on its way has arrived: what was written meanwhile rests until then.
  }, [guide, state, save, edition]);

  // Whoever goes to another page leaves nothing behind; whoever closes the tab is asked.
  const leaving = useRef<() => void>(undefined);
  useEffect(() => {
    leaving.current = state === 'writing' ? () => void save() : undefined;
    if (state === 'kept') return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', ask);
    return () => removeEventListener('beforeunload', ask);
  }, [state, save]);
  useEffect(
    () => () => {
      hurries.current = true;
      leaving.current?.();
    },
    [],
  );

  return {
    guide,
    edition,
    state,
    problem,
    change(next) {
      latest.current = next(latest.current);
      setGuide(latest.current);
      setState(problem?.kept ? 'refused' : 'writing');
    },
    takeTheirs: () => problem?.kept && adopt(problem.kept as KeptGuide),
  };
}
