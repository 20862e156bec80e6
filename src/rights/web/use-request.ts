import { useState } from 'react';
import type { Deed } from '#rights/rules/life.ts';
import type { RightsRequest } from '#rights/rules/request.ts';
import { toast, useGet, useSubmit } from '#ui/ui.ts';
import { useRightsWords } from './words.ts';

export type OwnDeed = Exclude<Deed, 'run_out'>;

const paths: Record<OwnDeed, string> = {
  prepare: 'preparation',
  approve: 'approval',
  refuse: 'refusal',
  done: 'completion',
  withdraw: 'withdrawal',
  keep: 'keeping',
  let_go: 'release',
};
const shown: readonly OwnDeed[] = ['prepare', 'approve', 'done', 'keep', 'let_go', 'refuse', 'withdraw'];
/** Those that ask for a text first. */
const asking: readonly OwnDeed[] = ['refuse', 'withdraw', 'keep'];

/** What a ticket asks for, and what may be done with it: for the part of both faces, and the desk's palette. */
export function useRequest({ number, last_activity }: { number: number; last_activity: { at: string } }) {
  const words = useRightsWords();
  // Each deed moves the ticket's last activity, which the ticket's page hears of.
  const asked = useGet<RightsRequest>(`/api/rights/requests/${number}`, last_activity.at);
  const { submit, busy, problem, clear } = useSubmit<RightsRequest>();
  const [open, setOpen] = useState<OwnDeed>();
  const act = async (deed: OwnDeed, body: object = {}) => {
    const after = await submit(`/api/rights/requests/${number}/${paths[deed]}`, body);
    if (!after) return asked.reload();
    setOpen(undefined);
    asked.put(after);
    toast({ text: words.said[deed] });
  };
  const start = (deed: OwnDeed) => {
    clear();
    if (asking.includes(deed)) setOpen(deed);
    else void act(deed);
  };
  return {
    request: asked.data,
    deeds: shown.filter(deed => asked.data?.can[deed]),
    open,
    close: () => setOpen(undefined),
    start,
    act,
    busy,
    problem,
  };
}
export type OfRequest = ReturnType<typeof useRequest>;
