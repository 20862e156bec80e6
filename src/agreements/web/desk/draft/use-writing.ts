import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Agreement } from '#agreements/rules/agreement.ts';
import { api, Problem, remember, remembered } from '#ui/ui.ts';
import { askAgreement, askAgreements } from '../asking.ts';
import { bodyOf, fieldsOf, type Fields } from './fields.ts';

const rest_ms = 700;

export type KeepingState = 'writing' | 'kept' | 'only_here' | 'incomplete';

interface Here {
  /** The edition that it was written upon. */
  edition: number;
  fields: Fields;
}

/**
 * What is being written of a draft: on this computer with each letter, at the server after a moment of rest. Somebody
 * else's text is never written over unseen: both stay in reach until one is chosen.
 */
export function useWriting(agreement: Agreement) {
  const { version } = agreement;
  const client = useQueryClient();
  const key = `agreement:${version}`;
  const [here, setHere] = useState<Here>(
    () => found(key) ?? { edition: agreement.edition, fields: fieldsOf(agreement) },
  );
  const [state, setState] = useState<KeepingState>('kept');
  const [problem, setProblem] = useState<Problem>();
  const [other, setOther] = useState<Agreement>();
  const latest = useRef(here);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const under_way = useRef(false);
  const unsent = useRef(found(key) !== undefined);
  const show = (next: Here) => {
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
      const kept = await api.put<Agreement>(`/api/agreements/${version}`, { ...body, edition: sent.edition });
      unsent.current = latest.current.fields !== sent.fields;
      show({ edition: kept.edition, fields: latest.current.fields });
      client.setQueryData(askAgreement(version).queryKey, kept);
      setProblem(undefined);
      setState(unsent.current ? 'writing' : 'kept');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      if (error.status === 409 && error.kept) setOther(error.kept as Agreement);
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
  const change = (more: Fields) => {
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
  const { edition } = agreement;
  useEffect(() => {
    if (!unsent.current && edition > latest.current.edition) {
      latest.current = { edition, fields: fieldsOf(agreement) };
      setHere(latest.current);
    }
  }, [agreement, edition]);
  return {
    ...{ fields: here.fields, edition: here.edition, state, problem, other, change, save },
    takeTheirs: () => {
      unsent.current = false;
      show({ edition: other!.edition, fields: fieldsOf(other!) });
      client.setQueryData(askAgreement(version).queryKey, other!);
      setOther(undefined);
      setProblem(undefined);
      setState('kept');
    },
    keepMine: () => {
      show({ ...latest.current, edition: other!.edition });
      setOther(undefined);
      setProblem(undefined);
      void save();
    },
    /** Deleted or published: nothing is kept here any more. */
    forget: async () => {
      unsent.current = false;
      remember(key, null);
      await client.invalidateQueries({ queryKey: askAgreements().queryKey });
    },
  };
}

function found(key: string): Here | undefined {
  const text = remembered(key);
  return text === null ? undefined : (JSON.parse(text) as Here);
}
