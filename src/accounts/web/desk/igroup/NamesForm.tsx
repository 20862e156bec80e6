import { name_characters } from '#accounts/rules/igroup/limits.ts';
import { useState } from 'react';
import type { Igroup } from '#accounts/rules/igroup/igroup.ts';
import { Button, ErrorSummary, Notice, TextField } from '#ui/ui.ts';
import { setBrand } from '#ui/brand.ts';
import { useIgroupWords } from './asking.ts';
import { NarrowForm } from '../NarrowForm.tsx';
import { useSaving } from './use-saving.ts';

const ids = ['name', 'system'] as const;

/** What the group and the system that it supports are called. */
export function NamesForm({ igroup }: { igroup: Igroup }) {
  const all = useIgroupWords();
  const words = all.names;
  const { names } = igroup;
  const [given, setGiven] = useState({ name: names.name ?? '', system: names.system ?? '' });
  const { save, busy, problem, meanwhile } = useSaving(
    '/api/igroup/names',
    each => each.names.version,
    igroup,
  );
  const submit = async () => {
    if (await save(given, () => words.saved)) setBrand(given.name.trim());
  };
  const wired = (id: (typeof ids)[number]) => ({
    id: `igroup-${id}`,
    label: words[id],
    hint: words[`${id}_hint`],
    maxLength: name_characters,
    autoComplete: 'off',
    readOnly: !igroup.can.change,
    value: given[id],
    error: problem?.of(id),
    onChange: (event: { target: { value: string } }) => setGiven({ ...given, [id]: event.target.value }),
  });
  return (
    <NarrowForm submit={submit}>
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(ids.map(id => [id, { id: `igroup-${id}`, label: words[id] }]))}
      />
      {meanwhile && (
        <Notice title={all.meanwhile}>
          <p>
            {meanwhile.names.name} · {meanwhile.names.system}
          </p>
          <p className="t-13">{all.meanwhile_hint}</p>
        </Notice>
      )}
      <TextField {...wired('name')} />
      <TextField {...wired('system')} />
      {igroup.can.change && (
        <div className="deeds">
          <Button look="main" type="submit" busy={busy}>
            {all.save}
          </Button>
        </div>
      )}
    </NarrowForm>
  );
}
