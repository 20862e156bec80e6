import type { ButtonHTMLAttributes, ReactNode } from 'react';
import './button.css';
import { Icon, type IconName } from './Icon.tsx';

export interface Look {
  /** `main`: the one thing to do next, at most one in a view. `bare`: no edge. */
  look?: 'main' | 'plain' | 'bare';
  small?: boolean;
  icon?: IconName;
}

type ButtonProps = Look &
  ButtonHTMLAttributes<HTMLButtonElement> & {
    /** Under way: still focused and read out, but a press does nothing. */
    busy?: boolean;
    children: ReactNode;
  };

export const buttonClass = ({ look = 'plain', small = false }: Look): string =>
  `button ${look}${small ? ' small' : ''}`;

/** `type` is "button" unless said otherwise, so that nothing is sent by surprise. */
export function Button({ look, small, icon, busy, children, className, onClick, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      {...rest}
      className={`${buttonClass({ look, small })}${className ? ` ${className}` : ''}`}
      aria-disabled={busy || undefined}
      onClick={event => {
        if (busy) event.preventDefault();
        else onClick?.(event);
      }}
    >
      {icon && <Icon name={icon} />}
      {children}
    </button>
  );
}

/** A button that is only a picture; its label is read out and shown on pointing. */
export function IconButton({
  icon,
  label,
  ...rest
}: Omit<ButtonProps, 'children' | 'look'> & { icon: IconName; label: string }) {
  return (
    <Button {...rest} look="bare" className="only-icon" aria-label={label} title={label}>
      <Icon name={icon} />
    </Button>
  );
}
