import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Agent } from '#accounts/rules/session.ts';
import { desk_roles, type DeskRole } from '#accounts/rules/who.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { ExactField, TextField, toast, useSubmit } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';

/** Somebody new, with a user name and a first password; or another name and roles for somebody known. */
export function AgentSheet({ agent, onClose }: { agent: Agent | undefined; onClose: () => void }) {
  const words = usePeopleWords();
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<Agent>(agent ? 'patch' : 'post');
  const [fields, setFields] = useState({ name: agent?.name ?? '', username: '', password: '' });
  const [roles, setRoles] = useState<DeskRole[]>(agent?.roles ?? ['agent']);
  const wired = (name: keyof typeof fields) => ({
    value: fields[name],
    error: problem?.of(name),
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const save = async () => {
    const saved = agent
      ? await submit(`/api/agents/${agent.id}`, { name: fields.name, roles })
      : await submit('/api/agents', { ...fields, roles });
    if (!saved) return;
    void client.invalidateQueries({ queryKey: ['agents'] });
    toast({ text: agent ? words.people.saved : words.people.added(saved.name) });
    onClose();
  };
  return (
    <SheetForm
      title={agent ? words.people.change_person(agent.name) : words.people.add}
      deed={agent ? words.people.save : words.people.add_this(fields.name.trim())}
      cancel={words.people.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <TextField label={words.people.name} autoFocus {...wired('name')} />
      <CheckGroup
        label={words.people.roles}
        choices={desk_roles.map(value => ({ value, label: words.roles[value] }))}
        values={roles}
        onChange={setRoles}
        error={problem?.of('roles')}
      />
      {!agent && <ExactField label={words.people.username} {...wired('username')} />}
      {!agent && (
        <ExactField
          label={words.people.password_first}
          hint={words.people.password_hint}
          {...wired('password')}
        />
      )}
    </SheetForm>
  );
}
