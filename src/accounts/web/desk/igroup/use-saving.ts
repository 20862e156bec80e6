import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Igroup } from '#accounts/rules/igroup/igroup.ts';
import { toast, useSubmit } from '#ui/ui.ts';
import { askIgroup } from './asking.ts';

/**
 * A form on a part of the group. Refused because somebody changed it since, it shows what is new (`meanwhile`), and
 * saving again means it.
 */
export function useSaving(path: string, version: (igroup: Igroup) => number, igroup: Igroup) {
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Igroup>('put');
  /** The version that the person has seen; what comes in by itself is none of it. */
  const [known, setKnown] = useState(() => version(igroup));
  const [meanwhile, setMeanwhile] = useState<Igroup>();
  const save = async (given: object, said: (saved: Igroup) => string): Promise<boolean> => {
    const { queryKey } = askIgroup();
    const saved = await submit(path, { ...given, version: known });
    if (!saved) {
      await client.refetchQueries({ queryKey, exact: true });
      const now = client.getQueryData<Igroup>(queryKey);
      if (now && version(now) !== known) {
        setMeanwhile(now);
        setKnown(version(now));
      }
      return false;
    }
    setMeanwhile(undefined);
    setKnown(version(saved));
    client.setQueryData(queryKey, saved);
    void client.invalidateQueries({ queryKey: ['set-up'] });
    toast({ text: said(saved) });
    return true;
  };
  return { save, busy, problem, meanwhile };
}
