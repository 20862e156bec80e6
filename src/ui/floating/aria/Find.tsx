import { useId } from 'react';
import { Button, ComboBox, Input, Label, Popover } from 'react-aria-components';
import { Icon } from '../../parts/Icon.tsx';
import '../floating.css';
import { finds } from '../finds.ts';
import type { Option } from '../option.ts';
import { Options } from './Options.tsx';

interface FindProps {
  label: string;
  hint?: string;
  error?: string | undefined;
  value: string | null;
  options: readonly Option[];
  onPick: (id: string | null) => void;
  id?: string;
  autoFocus?: boolean;
}

/** One of many, found by typing: a field with a list under it. */
export function Find({ label, hint, error, value, options, onPick, id, autoFocus }: FindProps) {
  const error_id = useId();
  return (
    <ComboBox
      className="field find-field"
      value={value}
      onChange={key => onPick(key === null ? null : String(key))}
      defaultItems={options}
      defaultFilter={(name, typed) => options.some(option => option.name === name && finds(option, typed))}
      menuTrigger="focus"
      isInvalid={error !== undefined}
    >
      <Label>{label}</Label>
      <div className="find-box">
        <Input
          className="control"
          {...(hint && { placeholder: hint })}
          {...(id && { id })}
          autoFocus={autoFocus ?? false}
          {...(error && { 'aria-describedby': error_id })}
        />
        <Button className="find-open">
          <Icon name="down" />
        </Button>
      </div>
      {error && (
        <p className="error" id={error_id}>
          {error}
        </p>
      )}
      <Popover className="floating">
        <Options options={options} />
      </Popover>
    </ComboBox>
  );
}
