import { useState } from 'react';
import { extents } from '#sla/rules/targets.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, urgencies } from '#tickets/rules/priority.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { Pick } from '#ui/floating/Pick.tsx';
import { useTicketWords } from '../../../words.ts';
import { useDeskWords } from '../../words/use-words.ts';
import { useBulkWords } from '../words.ts';
import type { StepFormProps } from './kinds.tsx';

type Change = Omit<Extract<Step, { does: 'change' }>, 'does'>;

export function CorrectForm({ onChange }: StepFormProps) {
  const { as_it_is } = useBulkWords();
  const words = useDeskWords().rail;
  const labels = useTicketWords();
  const [change, setChange] = useState<Change>({});
  const pick = <N extends 'category' | 'impact' | 'urgency' | 'promised'>(
    name: N,
    ids: readonly NonNullable<Change[N]>[],
    names: Record<NonNullable<Change[N]>, string>,
  ) => (
    <Pick
      label={words[name]}
      value={change[name] ?? ''}
      options={[{ id: '', name: as_it_is }, ...ids.map(id => ({ id, name: names[id] }))]}
      onPick={id => {
        const { [name]: _, ...others } = change;
        const next = (id ? { ...others, [name]: id } : others) as Change;
        setChange(next);
        const step = { does: 'change' as const, ...next };
        onChange(Object.keys(next).length > 0 ? { foreseen: step, step } : undefined);
      }}
    />
  );
  return (
    <div className="picks">
      {pick('category', category_ids, labels.categories)}
      {pick('impact', impacts, labels.impacts)}
      {pick('urgency', urgencies, labels.urgencies)}
      {pick('promised', extents, labels.extents)}
    </div>
  );
}
