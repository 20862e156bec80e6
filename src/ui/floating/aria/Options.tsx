import { ListBox, ListBoxItem, type ListBoxProps } from 'react-aria-components';
import type { Option } from '../option.ts';
import './no-inline-style.ts';

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
