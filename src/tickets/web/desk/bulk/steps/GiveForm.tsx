import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { worksTickets } from '#accounts/rules/who.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { Pick } from '#ui/floating/Pick.tsx';
import { Face } from '#ui/ui.ts';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

export function GiveForm({ onChange }: StepFormProps) {
  const words = useBulkWords().give;
  const { person } = useSession();
  const agents = useQuery(askAgents()).data ?? [];
  const [to, setTo] = useState<string | null>(null);
  const able = agents.filter(({ left, roles, id }) => !left && worksTickets(roles) && id !== person.id);
  return (
    <Pick
      label={words.who}
      value={to}
      options={[
        { id: 'me', name: words.me, mark: <Face name={person.name} ours /> },
        ...able.map(({ id, name }) => ({ id: String(id), name, mark: <Face name={name} /> })),
        { id: 'nobody', name: words.nobody, mark: <Face name={null} /> },
      ]}
      onPick={id => {
        setTo(id);
        const agent = id === 'me' ? ('me' as const) : id === 'nobody' ? null : Number(id);
        const step = { does: 'assign' as const, agent };
        onChange({ foreseen: step, step });
      }}
    />
  );
}
