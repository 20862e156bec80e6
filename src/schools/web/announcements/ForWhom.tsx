import { useQuery } from '@tanstack/react-query';
import { PickNamed } from '#ui/floating/PickNamed.tsx';
import { RadioGroup } from '#ui/ui.ts';
import { askSchools } from '../schools.ts';
import { useAnnouncementWords } from './asking.ts';

interface ForWhomProps {
  /** Null is all of them. */
  schools: number[] | null;
  onChange: (schools: number[] | null) => void;
  error: string | undefined;
}

/** All schools, or some that are chosen by name. */
export function ForWhom({ schools, onChange, error }: ForWhomProps) {
  const all = useAnnouncementWords();
  const words = all.form;
  const known = useQuery(askSchools()).data ?? [];
  return (
    <div className="for-whom">
      <RadioGroup
        name="for"
        label={words.for}
        choices={[
          { value: 'all', label: all.all_schools },
          { value: 'some', label: words.some },
        ]}
        value={schools ? 'some' : 'all'}
        onChange={value => onChange(value === 'all' ? null : [])}
        {...(!schools && { error })}
      />
      {schools && (
        <PickNamed
          label={words.which}
          find={words.find}
          words={{ choose: words.choose, many: all.schools }}
          values={schools}
          options={known.map(({ id, name, town }) => ({ id: String(id), name, hint: town ?? undefined }))}
          onPick={onChange}
        />
      )}
      {schools && error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
