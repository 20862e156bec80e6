import type { ReactNode, RefObject } from 'react';
import { Popover, type PopoverProps } from 'react-aria-components';
import './no-inline-style.ts';

export interface FloatingProps {
  /** What it belongs to, and stands beside. */
  trigger: RefObject<HTMLElement | null>;
  label: string;
  placement: NonNullable<PopoverProps['placement']>;
  className: string;
  onClose: () => void;
  children: ReactNode;
}

/** What floats beside its button. Escape or a press elsewhere closes it, and the focus is where it was. */
export function Floating({ trigger, label, placement, className, onClose, children }: FloatingProps) {
  return (
    <Popover
      className={className}
      triggerRef={trigger}
      placement={placement}
      aria-label={label}
      isOpen
      onOpenChange={open => !open && onClose()}
    >
      {children}
    </Popover>
  );
}
