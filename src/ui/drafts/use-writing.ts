import { useEffect, useRef, useState } from 'react';
import { api } from '../net/api.ts';
import { Problem } from '../net/problem.ts';
import { remember, remembered } from '../memory.ts';

const rest_ms = 700;

export type KeepingState = 'writing' | 'kept' | 'only_here' | 'incomplete';

interface Here<F> {
  /** The edition that it was written upon. */
  edition: number;
  fields: F;
}

interface Written<T, F> {
  /** Under which it is kept on this computer. */
  key: string;
  /** Where it is kept at the server. */
  address: string;
  /** As it is at the server. */
  kept: T;
  editionOf: (kept: T) => number;
  fieldsOf: (kept: T) => F;
  /** What is sent; undefined while something is missing. */
  bodyOf: (fields: F) => object | undefined;
  onKept: (kept: T) => void;
}

/**
 * What is being written of something that colleagues write on too: on this computer with each letter, at the server after
 * a moment of rest. Somebody else's text is never written over unseen: both stay in reach until one is chosen.
 */
export function useWriting<T, F extends object>(written: Written<T, F>) {
  const { key, address, kept: at_server, editionOf, fieldsOf, bodyOf, onKept } = written;
  const [here, setHere] = useState<Here<F>>(
    () => found<F>(key) ?? { edition: editionOf(at_server), fields: fieldsOf(at_server) },
  );
  const [state, setState] = useState<KeepingState>('kept');
  const [problem, setProblem] = useState<Problem>();
  const [other, setOther] = useState<T>();
  const latest = useRef(here);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const under_way = useRef(false);
  const unsent = useRef(found(key) !== undefined);
  const show = (next: Here<F>) => {
    latest.current = next;
    setHere(next);
    remember(key, unsent.current ? JSON.stringify(next) : null);
  };
  const save = async (): Promise<void> => {
    clearTimeout(timer.current);
    if (under_way.current || !unsent.current) return;
    const sent = latest.current;
    const body = bodyOf(sent.fields);
    if (!body) return setState('incomplete');
    under_way.current = true;
    try {
      const kept = await api.put<T>(address, { ...body, edition: sent.edition });
      unsent.current = latest.current.fields !== sent.fields;
      show({ edition: editionOf(kept), fields: latest.current.fields });
      onKept(kept);
      setProblem(undefined);
      setState(unsent.current ? 'writing' : 'kept');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 409 && error.kept) setOther(error.kept as T);
      setProblem(error.status === 0 ? undefined : error);
      setState('only_here');
      return;
    } finally {
      under_way.current = false;
    }
    if (unsent.current) later();
  };
  const later = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void save(), rest_ms);
  };
  const change = (more: Partial<F>) => {
    unsent.current = true;
    setState('writing');
    show({ ...latest.current, fields: { ...latest.current.fields, ...more } });
    if (!other) later();
  };
  const again = useRef(save);
  useEffect(() => {
    again.current = save;
  });
  useEffect(() => {
    const flush = () => void again.current();
    if (unsent.current) flush();
    addEventListener('online', flush);
    return () => {
      removeEventListener('online', flush);
      clearTimeout(timer.current);
      flush();
    };
  }, []);
  // A colleague's newer edition is taken over where nothing is written here.
  const edition = editionOf(at_server);
  useEffect(() => {
    if (!unsent.current && edition > latest.current.edition) {
      latest.current = { edition, fields: fieldsOf(at_server) };
      setHere(latest.current);
    }
  }, [at_server, edition, fieldsOf]);
  return {
    ...{ fields: here.fields, edition: here.edition, state, problem, other, change, save },
    takeTheirs: () => {
      unsent.current = false;
      show({ edition: editionOf(other!), fields: fieldsOf(other!) });
      onKept(other!);
      setOther(undefined);
      setProblem(undefined);
      setState('kept');
    },
    keepMine: () => {
      show({ ...latest.current, edition: editionOf(other!) });
      setOther(undefined);
      setProblem(undefined);
      void save();
    },
    /** Deleted or published: nothing is kept here any more. */
    forget: () => {
      unsent.current = false;
      remember(key, null);
    },
  };
}

function found<F>(key: string): Here<F> | undefined {
  const text = remembered(key);
  return text === null ? undefined : (JSON.parse(text) as Here<F>);
}
