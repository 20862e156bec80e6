import { useState } from 'react';
import { school_limits } from '#schools/rules/kinds.ts';
import type { SchoolWithPeople } from '#schools/rules/school.ts';
import { TextField } from '#ui/ui.ts';
import { useSchoolPageWords } from './asking.ts';
import { ChangeForm } from './ChangeForm.tsx';
import { useChanging } from './use-changing.ts';

export const network_facts = ['provider', 'proxy', 'firewall'] as const;

export function NetworkSheet({ school, onClose }: { school: SchoolWithPeople; onClose: () => void }) {
  const words = useSchoolPageWords();
  const changing = useChanging(school, onClose);
  const [network, setNetwork] = useState(changing.opened.network);
  const save = () => {
    const said = network_facts.map(fact => [fact, network[fact]?.trim() || null]);
    void changing.save({ network: Object.fromEntries(said) as SchoolWithPeople['network'] });
  };
  return (
    <ChangeForm what={words.sections.network} changing={changing} onSave={save} onClose={onClose}>
      {network_facts.map((fact, at) => (
        <TextField
          key={fact}
          label={words.network[fact]}
          optional
          autoFocus={at === 0}
          autoComplete="off"
          maxLength={school_limits.network_characters}
          value={network[fact] ?? ''}
          error={changing.problem?.of(`network.${fact}`)}
          onChange={event => setNetwork({ ...network, [fact]: event.target.value })}
        />
      ))}
    </ChangeForm>
  );
}
