import { useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type ReactNode, type RefObject } from 'react';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { Face } from '#ui/ui.ts';
import { useFrameWords } from '../../frame/words/use-words.ts';
import { beginnersOf, typedMention } from './typed.ts';
import './mentions.css';

interface Mentions {
  /** For the textarea: what it offers, to who cannot see it. */
  field: {
    'aria-autocomplete': 'list';
    'aria-haspopup': 'listbox';
    'aria-controls'?: string;
    'aria-activedescendant'?: string;
  };
  /** Put right before the textarea: it lies over what is above, and moves nothing. */
  list: ReactNode;
}

/**
 * `@` in a text offers the people of the iGroup: arrows choose, Enter or Tab puts the name in, Escape goes on.
 * Nothing is offered where `on` is false: what a school reads mentions nobody.
 */
export function useMentions(
  textarea: RefObject<HTMLTextAreaElement | null>,
  value: string,
  set: (value: string) => void,
  on = true,
): Mentions {
  const words = useFrameWords().mentions;
  const id = useId();
  const [at, setAt] = useState<number>();
  const [left, setLeft] = useState<number>();
  const [chosen, setChosen] = useState(0);
  const typed = !on || at === undefined ? undefined : typedMention(value, at);
  const name = typed?.name;
  useEffect(() => setChosen(0), [name]);
  const agents = useQuery({ ...askAgents(), enabled: typed !== undefined }).data ?? [];
  const open = typed !== undefined && typed.from !== left;
  const offered = open
    ? beginnersOf(
        agents.filter(agent => !agent.left),
        typed.name,
      )
    : [];
  const active = offered[Math.min(chosen, offered.length - 1)];

  const put = (name: string) => {
    const element = textarea.current;
    if (!element || !typed) return;
    element.focus();
    element.setSelectionRange(typed.from, at!);
    // As if it was typed, so that the browser's own undo takes it back; where that is refused, by hand.
    const whole = `@${name} `;
    if (!document.execCommand('insertText', false, whole)) {
      set(value.slice(0, typed.from) + whole + value.slice(at));
      requestAnimationFrame(() =>
        element.setSelectionRange(typed.from + whole.length, typed.from + whole.length),
      );
    }
    setLeft(typed.from);
  };

  const press = (event: KeyboardEvent) => {
    if (!active || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setChosen((offered.indexOf(active) + step + offered.length) % offered.length);
    else if (event.key === 'Enter' || event.key === 'Tab') put(active.name);
    else if (event.key === 'Escape') setLeft(typed!.from);
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const latest = useRef(press);
  latest.current = press;
  useEffect(() => {
    const element = textarea.current;
    if (!element) return;
    const onPress = (event: KeyboardEvent) => latest.current(event);
    // Only after React has taken over what was typed: a field that is drawn before loses it.
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onCaret = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        const alone = element.selectionStart === element.selectionEnd && document.activeElement === element;
        setAt(alone ? element.selectionStart : undefined);
      });
    };
    // Before the form's own keys: while people are offered, Enter and Escape are theirs.
    element.addEventListener('keydown', onPress, true);
    element.addEventListener('input', onCaret);
    element.addEventListener('blur', onCaret);
    document.addEventListener('selectionchange', onCaret);
    return () => {
      element.removeEventListener('keydown', onPress, true);
      clearTimeout(timer);
      element.removeEventListener('input', onCaret);
      element.removeEventListener('blur', onCaret);
      document.removeEventListener('selectionchange', onCaret);
    };
  }, [textarea]);

  const shown = active !== undefined;
  const list = (
    <div className="mentions">
      {shown && (
        <div id={id} role="listbox" aria-label={words.label}>
          {offered.map(agent => (
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the textarea has the keys
            <div
              key={agent.id}
              id={`${id}-${agent.id}`}
              role="option"
              tabIndex={-1}
              aria-selected={agent === active}
              onPointerDown={event => event.preventDefault()}
              onPointerMove={() => setChosen(offered.indexOf(agent))}
              onClick={() => put(agent.name)}
            >
              <Face name={agent.name} /> {agent.name}
            </div>
          ))}
        </div>
      )}
      <p className="sr" role="status">
        {shown && words.count(offered.length)}
      </p>
    </div>
  );
  return {
    field: {
      'aria-autocomplete': 'list',
      'aria-haspopup': 'listbox',
      ...(shown && { 'aria-controls': id, 'aria-activedescendant': `${id}-${active.id}` }),
    },
    list,
  };
}
