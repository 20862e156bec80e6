import { useState } from 'react';
import type { Option } from '#ui/floating/option.ts';
import { PickSeveral } from '#ui/floating/PickSeveral.tsx';
import { useHandingWords } from './words.ts';

interface SomeProps {
  label: string;
  /** What it says while none is chosen. */
  any: string;
  options: readonly Option[];
  values: readonly string[];
  onPick: (values: string[]) => void;
}

/** Some of many, named above; none is any of them. */
export function Some({ label, any, options, values, onPick }: SomeProps) {
  const { find, rules } = useHandingWords();
  const [open, setOpen] = useState(false);
  const names = options.filter(({ id }) => values.includes(id)).map(({ name }) => name);
  return (
    <div className="some">
      <span className="some-label">{label}</span>
      <PickSeveral
        label={label}
        find={find}
        values={values}
        options={options}
        onPick={onPick}
        open={open}
        onOpen={setOpen}
      >
        <span className="sr">{label}: </span>
        {names.length === 0
          ? any
          : names.length > 3
            ? rules.several(names.slice(0, 2).join(', '), names.length - 2)
            : names.join(', ')}
      </PickSeveral>
    </div>
  );
}
