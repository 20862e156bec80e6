import type { ReactNode } from 'react';
import { Button, Label, Popover, Select, SelectValue } from 'react-aria-components';
import { Icon } from '../parts/Icon.tsx';
import { Options, type Option } from './Options.tsx';

interface PickProps {
  label: string;
  /** The label is only read out, since the place says what it is. */
  quiet?: boolean;
  value: string | null;
  options: readonly Option[];
  onPick: (id: string) => void;
  /** What the button shows; else the chosen name. */
  children?: ReactNode;
  disabled?: boolean;
  open?: boolean;
  onOpen?: (open: boolean) => void;
  className?: string;
}

/** One of several behind a button. Nothing is picked by going through the list, only by Enter or a press. */
export function Pick({ label, quiet, value, options, onPick, children, disabled, open, onOpen, className }: PickProps) {
  return (
    <Select
      className={`pick${className ? ` ${className}` : ''}`}
      value={value}
      onChange={id => id !== null && id !== value && onPick(String(id))}
      isDisabled={disabled ?? false}
      {...(open !== undefined && { isOpen: open })}
      {...(onOpen && { onOpenChange: onOpen })}
      {...(quiet && { 'aria-label': label })}
    >
      {!quiet && <Label>{label}</Label>}
      <Button className="pick-button">
        <SelectValue className="picked">{children ?? options.find(option => option.id === value)?.name ?? '–'}</SelectValue>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="floating" placement="bottom start">
        <Options options={options} />
      </Popover>
    </Select>
  );
}
