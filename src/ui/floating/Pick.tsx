import { useId } from 'react';
import type { Option } from './option.ts';
import { PickMenu } from './PickMenu.tsx';

interface PickProps {
  label: string;
  value: string | null;
  options: readonly Option[];
  onPick: (id: string) => void;
  disabled?: boolean;
}

/** One of several behind a button, with its name above. Nothing is picked by going through the lines. */
export function Pick({ label, value, options, onPick, disabled = false }: PickProps) {
  const id = useId();
  return (
    <div className="pick">
      <span id={`${id}-label`} className="pick-label">
        {label}
      </span>
      <PickMenu
        id={`${id}-button`}
        named_by={`${id}-label ${id}-button`}
        label={label}
        value={value ?? ''}
        options={options}
        onPick={onPick}
        disabled={disabled}
      >
        {options.find(option => option.id === value)?.name ?? '–'}
      </PickMenu>
    </div>
  );
}
