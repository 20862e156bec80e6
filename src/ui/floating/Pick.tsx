import { Button, Label, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from '../parts/Icon.tsx';
import { Options, type Option } from './Options.tsx';

interface PickProps {
  label: string;
  value: string | null;
  options: readonly Option[];
  onPick: (id: string) => void;
  disabled?: boolean;
}

/** One of several behind a button. Nothing is picked by going through the list, only by Enter or a press. */
export function Pick({ label, value, options, onPick, disabled }: PickProps) {
  return (
    <Select
      className="pick"
      value={value}
      onChange={id => id !== null && id !== value && onPick(String(id))}
      isDisabled={disabled ?? false}
    >
      <Label>{label}</Label>
      <Button className="pick-button">
        <SelectValue className="picked">
          {options.find(option => option.id === value)?.name ?? '–'}
        </SelectValue>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="floating" placement="bottom start">
        <Options options={options} />
      </Popover>
    </Select>
  );
}
