import { useRef, useState, type ReactNode, type RefObject } from 'react';
import type { FloatingProps } from './aria/Floating.tsx';
import { Floating } from './parts.ts';

interface OpenerProps {
  /** What it opens, for those who hear the page. */
  opens: 'menu' | 'dialog';
  /** What that is called. */
  label: string;
  /** What floats; `close` is for what closes it from within. */
  floats: (close: () => void) => ReactNode;
  /** What the button shows. */
  children: ReactNode;
  className: string;
  /** What the button is called, where what it shows does not say it. */
  name?: string;
  named_by?: string;
  id?: string;
  disabled?: boolean;
  open?: boolean | undefined;
  onOpen?: ((open: boolean) => void) | undefined;
  placement?: FloatingProps['placement'];
  floating?: string;
  button?: RefObject<HTMLButtonElement | null>;
}

/**
 * A button and what floats beside it. The button is the page's own and stays: pressed before the floating part is
 * here, it says that it is open, and the part comes as soon as it can.
 */
export function Opener(props: OpenerProps) {
  const { opens, label, floats, children, className, disabled = false, placement = 'bottom start' } = props;
  const own_button = useRef<HTMLButtonElement>(null);
  const button = props.button ?? own_button;
  const [own, setOwn] = useState(false);
  const open = props.open ?? own;
  const set = (now: boolean) => {
    setOwn(now);
    props.onOpen?.(now);
  };
  const press = () => {
    // Safari gives a pressed button no focus; it is where the focus comes back to.
    button.current?.focus();
    set(!open);
  };
  return (
    <>
      <button
        type="button"
        id={props.id}
        ref={button}
        className={className}
        disabled={disabled}
        aria-haspopup={opens}
        aria-expanded={open}
        aria-label={props.name}
        aria-labelledby={props.named_by}
        onClick={press}
        onKeyDown={event => {
          if (event.key === 'Escape' && open) set(false);
          else if (event.key !== 'ArrowDown' || open) return;
          else press();
          event.preventDefault();
        }}
      >
        {children}
      </button>
      {open && (
        <Floating
          trigger={button}
          label={label}
          placement={placement}
          className={`floating ${props.floating ?? ''}`}
          onClose={() => set(false)}
        >
          {floats(() => set(false))}
        </Floating>
      )}
    </>
  );
}
