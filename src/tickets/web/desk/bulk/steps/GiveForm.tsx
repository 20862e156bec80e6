import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { worksTickets } from '#accounts/rules/who.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { Pick } from '#ui/floating/Pick.tsx';
import { Face, Icon } from '#ui/ui.ts';
import { askTeams } from '../../handing/asking.ts';
import { useStepFieldWords } from '../../steps/words.ts';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

/** To a person, to nobody, or to a team, where it waits for somebody. */
export function GiveForm({ onChange }: StepFormProps) {
  const words = useBulkWords().give;
  const { team } = useStepFieldWords();
  const { person } = useSession();
  const teams = useQuery(askTeams()).data?.items ?? [];
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
        ...teams.map(({ id, name }) => ({
          id: `team ${id}`,
          name: team(name),
          mark: <Icon name="people" />,
        })),
      ]}
      onPick={id => {
        setTo(id);
        const step = givenTo(id);
        onChange({ foreseen: step, step });
      }}
    />
  );
}

function givenTo(id: string): Step {
  if (id.startsWith('team ')) return { does: 'team', team: Number(id.slice(5)) };
  return { does: 'assign', agent: id === 'me' ? id : id === 'nobody' ? null : Number(id) };
}
