import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { Choice } from '#tickets/rules/joining/joining.ts';
import { Button, Field } from '#ui/ui.ts';
import { StateShape } from '../../StateShape.tsx';
import { useTicketWords } from '../../words.ts';
import { askChoices } from './asking.ts';
import './pick-ticket.css';
import { useJoiningWords } from './use-words.ts';

interface PickTicketProps {
  /** The ticket that another one is looked for. */
  number: number;
  for: 'link' | 'merge';
  chosen: Choice | undefined;
  error: string | undefined;
  onChoose: (choice: Choice | undefined) => void;
}

const pause_ms = 150;

/** A ticket found by typing: arrows go through the lines, Enter takes one. What is taken stands alone. */
export function PickTicket({ number, for: what, chosen, error, onChoose }: PickTicketProps) {
  const words = useJoiningWords().pick;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(0);
  const asked = usePaused(typed.trim());
  const { data: found, isPlaceholderData } = useQuery({
    ...askChoices(number, asked, what),
    placeholderData: keepPreviousData,
  });
  // Who is quicker than the answer gets what she typed, and never what was there before.
  const [early, setEarly] = useState(false);
  const current = found !== undefined && !isPlaceholderData && asked === typed.trim();
  useEffect(() => {
    if (!early || !current) return;
    setEarly(false);
    if (found[0]) onChoose(found[0]);
  }, [early, current, found, onChoose]);
  if (chosen)
    return (
      <div className="picked-ticket">
        <p className="sr">{words.chosen}</p>
        <TicketLine choice={chosen} />
        <Button small onClick={() => onChoose(undefined)}>
          {words.other}
        </Button>
        {error && <p className="why">{error}</p>}
      </div>
    );
  const items = found ?? [];
  const active = items[Math.min(wanted, items.length - 1)];
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && items.length > 0) setWanted((wanted + step + items.length) % items.length);
    else if (event.key === 'Enter') {
      if (!current) setEarly(true);
      else if (active) onChoose(active);
    } else return;
    event.preventDefault();
  };
  return (
    <div className="pick-ticket">
      <Field label={words.label} error={error} id={`${id}-field`}>
        {wiring => (
          <input
            {...wiring}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type in
            autoFocus
            className="control"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            enterKeyHint="done"
            placeholder={words.hint}
            aria-expanded={items.length > 0}
            aria-controls={id}
            aria-autocomplete="list"
            {...(active && { 'aria-activedescendant': `${id}-${active.number}` })}
            value={typed}
            onChange={event => {
              setTyped(event.target.value);
              setEarly(false);
              setWanted(0);
            }}
            onKeyDown={press}
          />
        )}
      </Field>
      <div id={id} role="listbox" aria-label={words.results} className="ticket-lines">
        {items.map(item => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
          <div
            key={item.number}
            id={`${id}-${item.number}`}
            role="option"
            tabIndex={-1}
            aria-selected={item === active}
            onPointerDown={event => event.preventDefault()}
            onClick={() => onChoose(item)}
          >
            <TicketLine choice={item} />
          </div>
        ))}
      </div>
      {found?.length === 0 && <p className="quiet t-13">{asked ? words.none : words.none_here}</p>}
      <p className="sr" role="status">
        {found && words.count(found.length)}
      </p>
    </div>
  );
}

/** One line of what can be chosen: of another school its name stands out. */
function TicketLine({ choice }: { choice: Choice }) {
  const { states } = useTicketWords();
  return (
    <span className="ticket-choice">
      <StateShape state={choice.state} label={states[choice.state]} />
      <span className="choice-subject">{choice.subject}</span>
      <span className="choice-number">{choice.number}</span>
      <span className="choice-who">
        {choice.same_school ? choice.requester : <b>{choice.school.name}</b>}
        {' · '}
        {states[choice.state]}
      </span>
    </span>
  );
}

/** What was typed, once it rests. */
function usePaused(text: string): string {
  const [rested, setRested] = useState(text);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    timer.current = setTimeout(() => setRested(text), pause_ms);
    return () => clearTimeout(timer.current);
  }, [text]);
  return rested;
}
