import type { ReactNode } from 'react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { Icon } from '../parts/Icon.tsx';
import type { Option } from './Options.tsx';

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
}

/** One of several, where the place itself says what it is: a button that shows it, and a menu of the others. */
export function PickMenu({
  label,
  value,
  options,
  onPick,
  children,
  disabled,
  open,
  onOpen,
  className,
}: PickMenuProps) {
  return (
    <MenuTrigger {...(open !== undefined && { isOpen: open })} {...(onOpen && { onOpenChange: onOpen })}>
      <Button className={`pick-button${className ? ` ${className}` : ''}`} isDisabled={disabled ?? false}>
        <span className="picked">{children}</span>
        <Icon name="down" size={12} />
      </Button>
      <Popover className="floating" placement="bottom start">
        <Menu
          className="options"
          aria-label={label}
          items={options}
          selectionMode="single"
          selectedKeys={[value]}
          disallowEmptySelection
          onAction={id => id !== value && onPick(String(id))}
        >
          {option => (
            <MenuItem id={option.id} textValue={option.name} className="option">
              {option.mark}
              <span className="option-name">{option.name}</span>
              {option.hint && <span className="option-hint">{option.hint}</span>}
            </MenuItem>
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
