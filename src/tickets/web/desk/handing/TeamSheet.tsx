import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ways_of_giving, type WayOfGiving } from '#accounts/rules/giving.ts';
import type { Team } from '#accounts/rules/team.ts';
import { worksTickets } from '#accounts/rules/who.ts';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { api, RadioGroup, TextField, useSubmit } from '#ui/ui.ts';
import { useSaid } from './keeping.ts';
import { useHandingWords } from './words.ts';

/** A new team, or another name, other people or another way for one that is there. */
export function TeamSheet({ team, onClose }: { team: Team | undefined; onClose: () => void }) {
  const all = useHandingWords();
  const words = all.teams;
  const said = useSaid();
  const { submit, busy, problem } = useSubmit<Team>(team ? 'patch' : 'post');
  const [name, setName] = useState(team?.name ?? '');
  const [way, setWay] = useState<WayOfGiving>(team?.way ?? 'by_hand');
  const [people, setPeople] = useState(team?.people.map(({ id }) => String(id)) ?? []);
  const agents = (useQuery(askAgents()).data ?? []).filter(
    ({ left, roles, id }) => !left && (worksTickets(roles) || people.includes(String(id))),
  );
  const save = async () => {
    const path = team ? `/api/teams/${team.id}` : '/api/teams';
    const saved = await submit(path, { name, way, people: people.map(Number) });
    if (!saved) return;
    const text = team ? words.saved(saved.name) : words.added(saved.name);
    void said(
      () => Promise.resolve(text),
      () => putBack(team, saved, words),
    );
    onClose();
  };
  return (
    <SheetForm
      title={team ? words.change_this(team.name) : words.add}
      deed={team ? all.save : words.add_this(name.trim())}
      cancel={all.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        autoFocus
        autoComplete="off"
        maxLength={60}
        value={name}
        error={problem?.of('name')}
        onChange={event => setName(event.target.value)}
      />
      <CheckGroup
        label={words.people}
        choices={agents.map(agent => ({ value: String(agent.id), label: agent.name }))}
        values={people}
        onChange={setPeople}
        error={problem?.of('people')}
      />
      <RadioGroup
        name="way"
        label={words.way}
        choices={ways_of_giving.map(value => ({
          value,
          label: all.ways[value].name,
          hint: all.ways[value].about,
        }))}
        value={way}
        onChange={setWay}
      />
    </SheetForm>
  );
}

/** A team as it was before; one that is new goes again. */
async function putBack(
  before: Team | undefined,
  saved: Team,
  { as_it_was, removed }: ReturnType<typeof useHandingWords>['teams'],
): Promise<string> {
  const path = `/api/teams/${saved.id}`;
  if (!before) return removed((await api.delete<Team>(path)).name);
  const { name, way, people } = before;
  await api.patch<Team>(path, { name, way, people: people.map(({ id }) => id) });
  return as_it_was(name);
}
