import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '#accounts/rules/session.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { api, attempt, Button, Select, toast, useSubmit } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';

interface Named {
  id: number;
  name: string;
}

const askNames = <A,>(path: string, select: (answer: A) => Named[]) => ({
  queryKey: ['names', path],
  queryFn: ({ signal }: { signal: AbortSignal }) => api.get<A>(path, { signal }),
  select,
});

/** Says that somebody of the iGroup is also a person of a school, or that she is not after all. */
export function AtSchoolSheet({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const words = usePeopleWords().people;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Agent>('put');
  const [school, setSchool] = useState('');
  const [person, setPerson] = useState('');
  const schools = useQuery(askNames('/api/schools', ({ items }: { items: Named[] }) => items)).data ?? [];
  const people =
    useQuery({
      ...askNames(`/api/schools/${school}`, ({ people }: { people: (Named & { left?: boolean })[] }) =>
        people.filter(({ left }) => !left),
      ),
      enabled: school !== '',
    }).data ?? [];
  const refresh = () => client.invalidateQueries({ queryKey: ['agents'] });
  const path = (id: number | string) => `/api/agents/${agent.id}/at-schools/${id}`;
  const say = async () => {
    if (!(await submit(path(person || 0), {}))) return;
    void refresh();
    toast({ text: words.saved });
    onClose();
  };
  const end = (id: number) =>
    attempt(async () => {
      await api.delete(path(id));
      return words.saved;
    }, refresh).then(onClose);
  return (
    <SheetForm
      title={words.at_school_for(agent.name)}
      deed={words.at_school_say}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void say()}
      onClose={onClose}
    >
      <p>{words.at_school_lead}</p>
      {agent.at_schools?.map(side => (
        <p key={side.person}>
          {words.at_school_is(side.name, side.school)}{' '}
          <Button small onClick={() => void end(side.person)}>
            {words.at_school_end}
          </Button>
        </p>
      ))}
      <Select
        label={words.school}
        value={school}
        onChange={event => {
          setSchool(event.target.value);
          setPerson('');
        }}
      >
        <option value="">{words.choose_school}</option>
        {schools.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={words.person}
        value={person}
        error={problem?.of('person')}
        onChange={event => setPerson(event.target.value)}
      >
        <option value="">{words.choose_person}</option>
        {people.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </SheetForm>
  );
}
