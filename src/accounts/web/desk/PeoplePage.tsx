import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Agent } from '#accounts/rules/session.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, Face, NotYet, Problem, toast } from '#ui/ui.ts';
import { askAgents, usePeopleWords } from './accounts.ts';
import { LeftTickets } from './LeftTickets.tsx';
import { useKeyWords } from '../keys/words.ts';
import { AccessSheet } from './AccessSheet.tsx';
import { AgentSheet } from './AgentSheet.tsx';
import { RolesNeedKey } from './RolesNeedKey.tsx';
import { PasswordSheet } from './PasswordSheet.tsx';

type Editing = { what: 'agent'; agent?: Agent } | { what: 'password' | 'access'; agent: Agent };

/** The people of the iGroup: who works here, and as what. For administrators. */
export function PeoplePage() {
  const words = usePeopleWords().people;
  const asked = useQuery(askAgents());
  const { data } = asked;
  const [editing, setEditing] = useState<Editing>();
  const close = () => setEditing(undefined);
  const here = data?.filter(({ left }) => !left) ?? [];
  const gone = data?.filter(({ left }) => left) ?? [];
  const lines = (agents: readonly Agent[]) => (
    <ul className="lines">
      {agents.map(agent => (
        <AgentLine key={agent.id} agent={agent} onEdit={setEditing} />
      ))}
    </ul>
  );
  return (
    <WorkPage
      title={words.title}
      lead={words.lead}
      deeds={
        <Button icon="plus" onClick={() => setEditing({ what: 'agent' })}>
          {words.add}
        </Button>
      }
    >
      <NotYet asked={asked} lines={6} />
      {gone.map(agent => (
        <LeftTickets key={agent.id} agent={agent} />
      ))}
      {here.length > 0 && lines(here)}
      {gone.length > 0 && (
        <details>
          <summary className="quiet">
            {words.left_people} ({gone.length})
          </summary>
          {lines(gone)}
        </details>
      )}
      {editing?.what === 'agent' && <AgentSheet agent={editing.agent} onClose={close} />}
      <RolesNeedKey />
      {editing?.what === 'access' && <AccessSheet agent={editing.agent} onClose={close} />}
      {editing?.what === 'password' && <PasswordSheet agent={editing.agent} onClose={close} />}
    </WorkPage>
  );
}

function AgentLine({ agent, onEdit }: { agent: Agent; onEdit: (editing: Editing) => void }) {
  const words = usePeopleWords();
  const keys = useKeyWords().access;
  const { person } = useSession();
  const leave = useLeaving(agent);
  const me = agent.id === person.id;
  return (
    <li>
      <Face name={agent.name} large ours={me} />
      <span className="line-text">
        <span className="name">{agent.name}</span> {me && <span className="quiet">({words.people.you})</span>}
        <br />
        <span className="quiet t-13">
          {agent.roles.map(role => words.roles[role]).join(', ')}
          {agent.username && ` · ${agent.username}`}
        </span>
      </span>
      <span className="deeds">
        <Button
          look="bare"
          small
          aria-label={words.people.change_person(agent.name)}
          onClick={() => onEdit({ what: 'agent', agent })}
        >
          {words.people.change}
        </Button>
        {!agent.left && (
          <Button
            look="bare"
            small
            aria-label={keys.open_of(agent.name)}
            onClick={() => onEdit({ what: 'access', agent })}
          >
            {keys.open}
          </Button>
        )}
        {!agent.left && (
          <Button
            look="bare"
            small
            aria-label={words.people.password_for(agent.name)}
            onClick={() => onEdit({ what: 'password', agent })}
          >
            {words.people.set_password}
          </Button>
        )}
        {!me && (
          <Button look="bare" small busy={leave.isPending} onClick={() => leave.mutate(!agent.left)}>
            {agent.left ? words.people.come_back : words.people.leave}
            <span className="sr">{agent.name}</span>
          </Button>
        )}
      </span>
    </li>
  );
}

/** Leaving can be taken back at once, so nothing is asked before. */
function useLeaving(agent: Agent) {
  const words = usePeopleWords().people;
  const client = useQueryClient();
  return useMutation({
    mutationFn: (left: boolean) => api.patch<Agent>(`/api/agents/${agent.id}`, { left }),
    onSuccess: (_, left) => toast({ text: left ? words.left_now(agent.name) : words.back_now(agent.name) }),
    onError: error => error instanceof Problem && toast({ text: error.detail }),
    onSettled: () =>
      Promise.all(
        [['agents'], ['counts'], ['handing']].map(queryKey => client.invalidateQueries({ queryKey })),
      ),
  });
}
