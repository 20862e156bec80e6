import type { ReactNode } from 'react';
import {
  Autocomplete,
  Button,
  DialogTrigger,
  Input,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { Options, type Option } from './Options.tsx';

interface PickSeveralProps {
  label: string;
  find: string;
  values: readonly string[];
  options: readonly Option[];
  onPick: (ids: string[]) => void;
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
}

/** Any number of several, in force as they are ticked. A long list is found through by typing. */
export function PickSeveral({
  label,
  find,
  values,
  options,
  onPick,
  open,
  onOpen,
  children,
}: PickSeveralProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const list = (
    <Options
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
  return (
    <DialogTrigger isOpen={open} onOpenChange={onOpen}>
      <Button className="chip-face">{children}</Button>
      <Popover className="floating" placement="bottom start" aria-label={label}>
        {options.length > 8 ? (
          <Autocomplete filter={contains}>
            <SearchField aria-label={find} autoFocus className="floating-find">
              <Input className="control" placeholder={find} />
            </SearchField>
            {list}
          </Autocomplete>
        ) : (
          list
        )}
      </Popover>
    </DialogTrigger>
  );
}
