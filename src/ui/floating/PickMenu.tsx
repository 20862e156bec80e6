import type { ReactNode } from 'react';
import { Icon } from '../parts/Icon.tsx';
import { Opener } from './Opener.tsx';
import type { Option } from './option.ts';
import { Lines } from './parts.ts';

interface PickMenuProps {
  /** What the menu is called. */
  label: string;
  value: string;
  options: readonly Option[];
  onPick: (id: string) => void;
  /** What the button shows. */
  children: ReactNode;
  disabled?: boolean;
  open?: boolean;
  onOpen?: (open: boolean) => void;
  className?: string;
  /** As the button's own name says too little: what says the rest, and itself. */
  id?: string;
  named_by?: string;
}

/** One of several, where the place itself says what it is: a button that shows it, and a menu of the others. */
export function PickMenu({ label, value, options, onPick, children, className, ...rest }: PickMenuProps) {
  const part = { options, chosen: [value], onPick: (id: string) => id !== value && onPick(id) };
  return (
    <Opener
      {...rest}
      opens="menu"
      label={label}
      className={`pick-button${className ? ` ${className}` : ''}`}
      floats={close => <Lines label={label} parts={[part]} onClose={close} />}
    >
      <span className="picked">{children}</span>
      <Icon name="down" size={12} />
    </Opener>
  );
}
