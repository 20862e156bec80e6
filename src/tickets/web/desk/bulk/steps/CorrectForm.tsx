import { useState } from 'react';
import type { Step } from '#tickets/rules/steps/step.ts';
import { Pick } from '#ui/floating/Pick.tsx';
import { useFacets } from '../../facets.ts';
import { useDeskWords } from '../../words/use-words.ts';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

type Change = Omit<Extract<Step, { does: 'change' }>, 'does'>;

export function CorrectForm({ onChange }: StepFormProps) {
  const { as_it_is } = useBulkWords();
  const words = useDeskWords().rail;
  const [change, setChange] = useState<Change>({});
  const put = (facet: keyof Change, id: string) => {
    const { [facet]: _, ...others } = change;
    const next = (id ? { ...others, [facet]: id } : others) as Change;
    setChange(next);
    const step = { does: 'change' as const, ...next };
    onChange(Object.keys(next).length > 0 ? { foreseen: step, step } : undefined);
  };
  return (
    <div className="picks">
      {useFacets().map(({ facet, values }) => (
        <Pick
          key={facet}
          label={words[facet]}
          value={change[facet] ?? ''}
          options={[{ id: '', name: as_it_is }, ...values]}
          onPick={id => put(facet, id)}
        />
      ))}
    </div>
  );
}
