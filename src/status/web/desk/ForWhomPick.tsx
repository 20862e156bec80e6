import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { askSchools } from '#schools/web/schools.ts';
import { audience_names, audiences } from '#status/rules/kinds.ts';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
import { RadioGroup, useLang } from '#ui/ui.ts';
import { useDeskStatusWords } from './asking.ts';
import type { Fields } from './fields.ts';

interface ForWhomPickProps {
  fields: Fields;
  change: (more: Partial<Fields>) => void;
  error: string | undefined;
}

/** Everybody, all schools, those by their standing, or some that are chosen by name. */
export function ForWhomPick({ fields: { audience, schools }, change, error }: ForWhomPickProps) {
  const all = useDeskStatusWords();
  const words = all.form;
  const [lang] = useLang();
  const [open, setOpen] = useState(false);
  const known = useQuery(askSchools()).data ?? [];
  const chosen = known.filter(({ id }) => schools.includes(id));
  return (
    <div className="status-for">
      <RadioGroup
        name="for"
        label={words.for}
        choices={audiences.map(value => ({ value, label: audience_names[value][lang] }))}
        value={audience}
        error={error}
        onChange={next => change({ audience: next })}
      />
      {audience === 'some' && (
        <PickSeveral
          label={words.which}
          find={words.find}
          values={schools.map(String)}
          options={known.map(({ id, name, town }) => ({ id: String(id), name, hint: town ?? undefined }))}
          onPick={ids => change({ schools: ids.map(Number) })}
          open={open}
          onOpen={setOpen}
        >
          <span className="sr">{words.which}: </span>
          {chosen.length === 0
            ? words.choose
            : chosen.length > 3
              ? all.schools(chosen.length)
              : chosen.map(({ name }) => name).join(', ')}
        </PickSeveral>
      )}
    </div>
  );
}
