import { useQuery } from '@tanstack/react-query';
import { askSchools } from '#schools/web/schools.ts';
import { audience_names, audiences } from '#status/rules/kinds.ts';
import { PickNamed } from '#ui/floating/PickNamed.tsx';
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
  const known = useQuery(askSchools()).data ?? [];
  return (
    <div className="for-whom">
      <RadioGroup
        name="for"
        label={words.for}
        choices={audiences.map(value => ({ value, label: audience_names[value][lang] }))}
        value={audience}
        error={error}
        onChange={next => change({ audience: next })}
      />
      {audience === 'some' && (
        <PickNamed
          label={words.which}
          find={words.find}
          words={{ choose: words.choose, many: all.schools }}
          values={schools}
          options={known.map(({ id, name, town }) => ({ id: String(id), name, hint: town ?? undefined }))}
          onPick={ids => change({ schools: ids })}
        />
      )}
    </div>
  );
}
