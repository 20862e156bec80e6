import { useId } from 'react';
import { Autocomplete, Input, SearchField, useFilter } from 'react-aria-components';
import type { Option } from '../option.ts';
import { Options } from './Options.tsx';

export interface SeveralProps {
  label: string;
  find: string;
  values: readonly string[];
  options: readonly Option[];
  onPick: (ids: string[]) => void;
}

/** Any number of several, in force as they are ticked. A long list is found through by typing. */
export function Several({ label, find, values, options, onPick }: SeveralProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const id = useId();
  const list = (
    <Options
      id={id}
      options={options}
      aria-label={label}
      selectionMode="multiple"
      escapeKeyBehavior="none"
      selectedKeys={values}
      // In the list's own order, so that the same choice is the same address.
      onSelectionChange={keys =>
        onPick(options.map(({ id }) => id).filter(id => keys === 'all' || keys.has(id)))
      }
      {...(options.length <= 8 && { autoFocus: 'first' as const })}
    />
  );
  if (options.length <= 8) return list;
  return (
    <Autocomplete filter={contains}>
      <SearchField aria-label={find} autoFocus className="floating-find">
        <Input className="control" placeholder={find} role="combobox" aria-expanded aria-controls={id} />
      </SearchField>
      {list}
    </Autocomplete>
  );
}
