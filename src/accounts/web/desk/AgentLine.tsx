import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import type { Agent } from '#accounts/rules/session.ts';
import { api, attempt, Button, Face, refused, toast } from '#ui/ui.ts';
import { useKeyWords } from '../keys/words.ts';
import { usePeopleWords } from './accounts.ts';
import { LeaveSheet } from './LeaveSheet.tsx';

export type Editing = { what: 'agent' | 'access' | 'reset' | 'at_school'; agent: Agent };

/** One person: as what she is here, by what she signs in, and what may be done. */
export function AgentLine({ agent, onEdit }: { agent: Agent; onEdit: (editing: Editing) => void }) {
  const words = usePeopleWords();
  const keys = useKeyWords().access;
  const { person } = useSession();
  const me = agent.id === person.id;
  const deed = (what: Editing['what'], label: string, text: string) => (
    <Button look="bare" small aria-label={label} onClick={() => onEdit({ what, agent })}>
      {text}
    </Button>
  );
  return (
    <li>
      <Face name={agent.name} large ours={me} />
      <span className="line-text">
        <span className="name">{agent.name}</span> {me && <span className="quiet">({words.people.you})</span>}
        <br />
        <span className="quiet t-13">
          {[agent.roles.map(role => words.roles[role]).join(', '), ...useKeys(agent)].join(' · ')}
        </span>
      </span>
      <span className="deeds">
        {deed('agent', words.people.change_person(agent.name), words.people.change)}
        {!agent.left && deed('access', keys.open_of(agent.name), keys.open)}
        {!agent.left && deed('reset', words.people.reset_for(agent.name), words.people.reset)}
        {!agent.left && deed('at_school', words.people.at_school_for(agent.name), words.people.at_school)}
        {agent.keys?.provider && <Unbind agent={agent} id={agent.keys.provider.id} />}
        {!me && <Leaving agent={agent} />}
      </span>
    </li>
  );
}

/** What stands beside her roles. */
function useKeys({ username, keys, at_schools = [] }: Agent): string[] {
  const words = usePeopleWords().people;
  return [
    username,
    keys && !keys.password && words.no_password,
    keys?.provider && words.through(keys.provider.seen_as),
    keys?.reset_until && `${words.reset_open} ${keys.reset_until.words}`,
    ...at_schools.map(side => words.at_school_is(side.name, side.school)),
  ].filter(said => typeof said === 'string');
}

function Unbind({ agent, id }: { agent: Agent; id: number }) {
  const words = usePeopleWords().people;
  const client = useQueryClient();
  const unbind = () =>
    attempt(
      async () => {
        await api.delete(`/api/sign-on/subjects/${id}`);
        return words.unbound_now(agent.name);
      },
      () => client.invalidateQueries({ queryKey: ['agents'] }),
    );
  return (
    <Button look="bare" small aria-label={words.unbind_for(agent.name)} onClick={() => void unbind()}>
      {words.unbind}
    </Button>
  );
}

/** Leaving can be taken back at once, so nothing is asked before, but where a school is concerned too. */
function Leaving({ agent }: { agent: Agent }) {
  const words = usePeopleWords().people;
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: (left: { left: boolean; also_at_schools?: boolean }) =>
      api.patch<Agent>(`/api/agents/${agent.id}`, left),
    onSuccess: (_, { left }) =>
      toast({
        text: left ? words.left_now(agent.name) : words.back_now(agent.name),
        ...(left && { action: { label: words.undo, run: () => change.mutate({ left: false }) } }),
      }),
    onError: refused,
    onSettled: () =>
      Promise.all(
        [['agents'], ['counts'], ['handing']].map(queryKey => client.invalidateQueries({ queryKey })),
      ),
  });
  const at_school = agent.at_schools?.some(({ left }) => !left);
  const press = () => (at_school && !agent.left ? setAsking(true) : change.mutate({ left: !agent.left }));
  return (
    <>
      <Button look="bare" small busy={change.isPending} onClick={press}>
        {agent.left ? words.come_back : words.leave}
        <span className="sr">{agent.name}</span>
      </Button>
      {asking && (
        <LeaveSheet
          agent={agent}
          onLeave={also_at_schools => change.mutate({ left: true, also_at_schools })}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}
