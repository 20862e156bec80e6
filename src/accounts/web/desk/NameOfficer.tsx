import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '#accounts/rules/session.ts';
import { Button, Notice, Select, toast, useSubmit } from '#ui/ui.ts';
import { askAgents, usePeopleWords } from './accounts.ts';

/** Somebody who is here becomes the privacy officer, beside what she is. */
export function NameOfficer() {
  const words = usePeopleWords().people;
  const client = useQueryClient();
  const { data } = useQuery(askAgents());
  const { submit, busy, problem } = useSubmit<Agent>('patch');
  const here = data?.filter(({ left, roles }) => !left && !roles.includes('privacy_officer')) ?? [];
  const [chosen, setChosen] = useState('');
  const agent = here.find(({ id }) => String(id) === chosen);
  const name = async () => {
    if (!agent) return;
    const named = await submit(`/api/agents/${agent.id}`, { roles: [...agent.roles, 'privacy_officer'] });
    if (!named) return;
    void client.invalidateQueries({ queryKey: ['agents'] });
    void client.invalidateQueries({ queryKey: ['set-up'] });
    toast({ text: words.officer_named(named.name) });
  };
  return (
    <form
      className="name-officer"
      onSubmit={event => {
        event.preventDefault();
        void name();
      }}
    >
      {problem && <Notice tone="bad" title={problem.detail} />}
      <Select label={words.officer} value={chosen} onChange={event => setChosen(event.target.value)}>
        <option value="">{words.officer_choose}</option>
        {here.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <div className="deeds">
        <Button look="main" type="submit" busy={busy} disabled={!agent}>
          {words.officer_name}
        </Button>
      </div>
    </form>
  );
}
