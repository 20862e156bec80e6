import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeLink } from '#accounts/rules/links.ts';
import type { Agent } from '#accounts/rules/session.ts';
import { desk_roles, type DeskRole } from '#accounts/rules/who.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { api, attempt, ExactField, TextField, toast, useSubmit, type Problem } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';

/** Somebody known: another name, other roles. What was before is put back from the toast. */
export function AgentSheet({ agent, onClose }: { agent: Agent; onClose: () => void }) {
  const words = usePeopleWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Agent>('patch');
  const [name, setName] = useState(agent.name);
  const [roles, setRoles] = useState<DeskRole[]>(agent.roles);
  const path = `/api/agents/${agent.id}`;
  const refresh = () => client.invalidateQueries({ queryKey: ['agents'] });
  const before = { name: agent.name, roles: agent.roles };
  const undo = () =>
    attempt(async () => {
      await api.patch(path, before);
      return words.people.undone;
    }, refresh);
  const save = async () => {
    if (!(await submit(path, { name, roles }))) return;
    void refresh();
    toast({ text: words.people.saved, action: { label: words.people.undo, run: () => void undo() } });
    onClose();
  };
  return (
    <SheetForm
      title={words.people.change_person(agent.name)}
      deed={words.people.save}
      cancel={words.people.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} problem={problem} />
      <RolesField values={roles} onChange={setRoles} problem={problem} />
    </SheetForm>
  );
}

/** Somebody new: invited, by a link that is handed over. */
export function InviteSheet({
  roles: first = ['agent'],
  onLink,
  onClose,
}: {
  roles?: DeskRole[];
  onLink: (link: MadeLink) => void;
  onClose: () => void;
}) {
  const words = usePeopleWords().people;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<MadeLink>();
  const [name, setName] = useState('');
  const [username, setUsername] = useState('');
  const [roles, setRoles] = useState<DeskRole[]>(first);
  const invite = async () => {
    const link = await submit('/api/invitations', { name, username, roles });
    if (!link) return;
    void client.invalidateQueries({ queryKey: ['invitations'] });
    onLink(link);
  };
  return (
    <SheetForm
      title={words.add}
      deed={words.add_this(name.trim())}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void invite()}
      onClose={onClose}
    >
      <NameField value={name} onChange={setName} problem={problem} />
      <ExactField
        label={words.username}
        hint={words.username_hint}
        value={username}
        error={problem?.of('username')}
        onChange={event => setUsername(event.target.value)}
      />
      <RolesField values={roles} onChange={setRoles} problem={problem} />
    </SheetForm>
  );
}

interface Wired<V> {
  onChange: (value: V) => void;
  problem: Problem | undefined;
}

function NameField({ value, onChange, problem }: Wired<string> & { value: string }) {
  return (
    <TextField
      label={usePeopleWords().people.name}
      autoFocus
      autoComplete="off"
      value={value}
      error={problem?.of('name')}
      onChange={event => onChange(event.target.value)}
    />
  );
}

/** Each role with a sentence what it may do. */
function RolesField({ values, onChange, problem }: Wired<DeskRole[]> & { values: DeskRole[] }) {
  const words = usePeopleWords();
  return (
    <CheckGroup
      label={words.people.roles}
      choices={desk_roles.map(value => ({ value, label: words.roles[value], hint: words.role_says[value] }))}
      values={values}
      onChange={onChange}
      error={problem?.of('roles')}
    />
  );
}
