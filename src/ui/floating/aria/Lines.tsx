import { useEffect, useRef } from 'react';
import { Header, Menu, MenuItem, MenuSection } from 'react-aria-components';
import type { Option } from '../option.ts';
import './no-inline-style.ts';

/** Lines that belong together: deeds, or one or several of them in force. */
export interface Part {
  /** Said above them; needed where a menu has several parts. */
  name?: string;
  /** The name is for those only who hear the page. */
  quiet?: boolean;
  options: readonly Option[];
  /** What is in force; without it the lines are deeds. */
  chosen?: readonly string[];
  /** Each by itself rather than one of them. */
  several?: boolean;
  onPick: (id: string) => void;
}

export interface LinesProps {
  label: string;
  parts: readonly Part[];
  onClose: () => void;
}

/** The lines of a menu. */
export function Lines({ label, parts, onClose }: LinesProps) {
  const [only, ...others] = parts;
  const plain = parts.every(({ chosen }) => !chosen);
  const menu = {
    ref: useFirstLine(),
    className: plain ? 'options plain' : 'options',
    'aria-label': label,
    autoFocus: 'first' as const,
    onClose,
  };
  if (only && others.length === 0)
    return (
      <Menu {...menu} {...selectionOf(only)}>
        {linesOf(only)}
      </Menu>
    );
  return (
    <Menu {...menu}>
      {parts.map((part, at) => (
        <MenuSection
          key={part.name}
          {...selectionOf(part, at)}
          {...(part.quiet && { 'aria-label': part.name ?? '' })}
        >
          {!part.quiet && <Header className="option-head">{part.name}</Header>}
          {linesOf(part, at)}
        </MenuSection>
      ))}
    </Menu>
  );
}

/**
 * Opened by a key, React Aria may leave the focus on the menu itself, so that Enter does nothing and nothing is read out:
 * its first line gets it.
 */
function useFirstLine() {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const list = menu.current;
    const onFirst = ({ target }: FocusEvent) =>
      target === list && list?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    list?.addEventListener('focusin', onFirst);
    return () => list?.removeEventListener('focusin', onFirst);
  }, []);
  return menu;
}

/** Two parts of a menu may have a line of the same id (sort by state, group by state). */
const keyIn = (at: number, id: string) => `${at} ${id}`;

const linesOf = ({ options, onPick }: Part, at = 0) =>
  options.map(({ id, name, mark, hint }) => (
    <MenuItem key={id} id={keyIn(at, id)} textValue={name} className="option" onAction={() => onPick(id)}>
      {mark}
      <span className="option-name">{name}</span>
      {hint && <span className="option-hint">{hint}</span>}
    </MenuItem>
  ));

const selectionOf = ({ chosen, several }: Part, at = 0) =>
  chosen && {
    selectionMode: several ? ('multiple' as const) : ('single' as const),
    selectedKeys: chosen.map(id => keyIn(at, id)),
    disallowEmptySelection: !several,
  };
