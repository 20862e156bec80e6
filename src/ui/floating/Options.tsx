import type { ReactNode } from 'react';
import { ListBox, ListBoxItem, type ListBoxProps } from 'react-aria-components';
import './floating.css';
import './no-inline-style.ts';

/** One line of a list to choose from. */
export interface Option {
  id: string;
  name: string;
  /** What stands before the name: a face, a shape. */
  mark?: ReactNode;
  hint?: string | undefined;
}

/** The lines themselves, inside whatever floats. */
export function Options({ options, ...rest }: { options: readonly Option[] } & ListBoxProps<Option>) {
  return (
    <ListBox {...rest} items={options} className="options">
      {option => (
        <ListBoxItem id={option.id} textValue={option.name} className="option">
          {option.mark}
          <span className="option-name">{option.name}</span>
          {option.hint && <span className="option-hint">{option.hint}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
