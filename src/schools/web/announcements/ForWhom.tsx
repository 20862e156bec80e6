import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
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
  const [open, setOpen] = useState(false);
  const known = useQuery(askSchools()).data ?? [];
  const chosen = known.filter(({ id }) => schools?.includes(id));
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
        <PickSeveral
          label={words.which}
          find={words.find}
          values={schools.map(String)}
          options={known.map(({ id, name, town }) => ({ id: String(id), name, hint: town ?? undefined }))}
          onPick={ids => onChange(ids.map(Number))}
          open={open}
          onOpen={setOpen}
        >
          {chosen.length === 0
            ? words.choose
            : chosen.length > 3
              ? all.schools(chosen.length)
              : chosen.map(({ name }) => name).join(', ')}
        </PickSeveral>
      )}
      {schools && error && (
        <p className="error" role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
