import { useState } from 'react';
import type { Deed } from '#rights/rules/life.ts';
import type { RightsRequest } from '#rights/rules/request.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { toast, useGet, useSubmit } from '#ui/ui.ts';
import { useRightsWords } from './words.ts';

export type OwnDeed = Exclude<Deed, 'run_out'>;

const paths: Record<Exclude<OwnDeed, 'edit'>, string> = {
  prepare: 'preparation',
  approve: 'approval',
  refuse: 'refusal',
  done: 'completion',
  withdraw: 'withdrawal',
  keep: 'keeping',
  let_go: 'release',
};
const shown: readonly OwnDeed[] = [
  ...(['prepare', 'approve', 'done', 'keep', 'let_go', 'edit', 'refuse', 'withdraw'] as const),
];
/** Those that ask for a text first. */
const asking: readonly OwnDeed[] = ['refuse', 'withdraw', 'keep'];

/** What a ticket asks for, and what may be done with it: for the part of both faces, and the desk's palette. */
export function useRequest({
  number,
  last_activity,
  messages,
}: Pick<TicketWithMessages, 'number' | 'last_activity' | 'messages'>) {
  const words = useRightsWords();
  // Each deed moves the ticket's last activity, which the ticket's page hears of.
  const asked = useGet<RightsRequest>(`/api/rights/requests/${number}`, last_activity.at);
  const { submit, busy, problem, clear } = useSubmit<RightsRequest>();
  const [open, setOpen] = useState<OwnDeed>();
  const did = (deed: OwnDeed, after: RightsRequest) => {
    setOpen(undefined);
    asked.put(after);
    toast({ text: words.said[deed] });
  };
  const act = async (deed: Exclude<OwnDeed, 'edit'>, body: object = {}) => {
    // What is decided is what stands here: the server refuses it where somebody has changed it meanwhile.
    const after = await submit(`/api/rights/requests/${number}/${paths[deed]}`, {
      edits: asked.data?.edits,
      ...body,
    });
    if (!after) return asked.reload();
    did(deed, after);
  };
  const start = (deed: OwnDeed) => {
    clear();
    if (deed === 'edit' || asking.includes(deed)) setOpen(deed);
    else void act(deed);
  };
  return {
    request: asked.data,
    /** Whether the reason stands among the ticket's messages as it is now. */
    why_said: messages.some(({ text }) => text === asked.data?.why),
    deeds: shown.filter(deed => asked.data?.can[deed]),
    open,
    close: () => setOpen(undefined),
    start,
    act,
    edited: (after: RightsRequest) => did('edit', after),
    busy,
    problem,
  };
}
export type OfRequest = ReturnType<typeof useRequest>;
