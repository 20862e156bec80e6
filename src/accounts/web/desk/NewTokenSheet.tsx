import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { scopes, type Scope } from '#accounts/rules/who.ts';
import { useSession } from '#accounts/web/accounts.tsx';
import { copyText } from '#ui/copy.ts';
import { Sheet } from '#ui/floating/parts.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { Button, Select, TextField, toast, useSubmit } from '#ui/ui.ts';
import { askAgents, usePeopleWords, type TokenRow } from './accounts.ts';

/** Makes a token, then shows it, this once. */
export function NewTokenSheet({ onClose }: { onClose: () => void }) {
  const words = usePeopleWords().tokens;
  const client = useQueryClient();
  const { person, can } = useSession();
  const agents = useQuery(askAgents()).data?.filter(({ left }) => !left) ?? [];
  const { submit, busy, problem } = useSubmit<TokenRow & { token: string }>();
  const [fields, setFields] = useState({ name: '', person: String(person.id), days: '90' });
  const [may, setMay] = useState<Scope[]>(['read']);
  const [made, setMade] = useState<string>();
  const wired = (name: keyof typeof fields) => ({
    value: fields[name],
    error: problem?.of(name),
    onChange: (event: { target: { value: string } }) => setFields({ ...fields, [name]: event.target.value }),
  });
  const create = async () => {
    const token = await submit('/api/tokens', {
      name: fields.name,
      scopes: may,
      person: Number(fields.person),
      ...(fields.days && { days: Number(fields.days) }),
    });
    if (!token) return;
    void client.invalidateQueries({ queryKey: ['tokens'] });
    setMade(token.token);
  };
  if (made) return <MadeToken name={fields.name} token={made} onClose={onClose} />;
  return (
    <SheetForm
      title={words.create}
      deed={words.create_this}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void create()}
      onClose={onClose}
    >
      <TextField label={words.name} hint={words.name_hint} autoFocus autoComplete="off" {...wired('name')} />
      {can.administer && (
        <Select label={words.person} {...wired('person')}>
          {agents.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      )}
      <CheckGroup
        label={words.scopes}
        choices={scopes
          .filter(value => can.administer || value !== 'administer')
          .map(value => ({ value, label: words.scope[value], hint: words.scope_says[value] }))}
        values={may}
        onChange={setMay}
        error={problem?.of('scopes')}
      />
      <TextField label={words.days} type="number" min={1} max={366} inputMode="numeric" {...wired('days')} />
    </SheetForm>
  );
}

function MadeToken({ name, token, onClose }: { name: string; token: string; onClose: () => void }) {
  const words = usePeopleWords().tokens;
  const copy = () => void copyText(token).then(done => done && toast({ text: words.copied }));
  return (
    <Sheet title={name} firm onClose={onClose}>
      <div className="sheet-form">
        <p>{words.made}</p>
        <code>{token}</code>
        <div className="go">
          <Button icon="file" onClick={copy}>
            {words.copy}
          </Button>
          <Button look="main" onClick={onClose}>
            {words.done}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
