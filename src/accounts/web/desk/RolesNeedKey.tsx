import { useState } from 'react';
import { desk_roles, type DeskRole } from '#accounts/rules/who.ts';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { Button, Notice, toast, useGet, useSubmit } from '#ui/ui.ts';
import { useKeyWords } from '../keys/words.ts';
import { usePeopleWords } from './accounts.ts';

interface Needs {
  roles: DeskRole[];
}

/** Which roles need a second key. */
export function RolesNeedKey() {
  const { roles: names } = usePeopleWords();
  const words = useKeyWords().roles;
  const { data, put } = useGet<Needs>('/api/key-needs');
  /** What was ticked since; until then what is said. */
  const [chosen, setChosen] = useState<DeskRole[]>();
  const { submit, busy, problem } = useSubmit<Needs>('put');
  const save = async () => {
    const said = await submit('/api/key-needs', { roles: chosen });
    if (!said) return;
    put(said);
    setChosen(undefined);
    toast({ text: words.saved });
  };
  if (!data) return null;
  const needed = desk_roles.filter(role => data.roles.includes(role));
  const shown = chosen ?? needed;
  const changed = shown.join() !== needed.join();
  return (
    <section>
      <header>
        <div>
          <h2>{words.title}</h2>
          <p className="quiet t-13">{words.lead}</p>
        </div>
      </header>
      {problem && <Notice tone="bad" title={problem.detail} />}
      <CheckGroup
        label={words.label}
        choices={desk_roles.map(value => ({ value, label: names[value] }))}
        values={shown}
        onChange={setChosen}
      />
      <div className="deeds">
        <Button look="main" busy={busy} disabled={!changed} onClick={() => void save()}>
          {words.save}
        </Button>
      </div>
    </section>
  );
}
