import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { Icon, IconButton } from '#ui/ui.ts';
import { useKeys } from '../frame/use-keys.ts';
import { withWords, type ListSearch } from '../filters.ts';
import { useDeskWords } from '../words/use-words.ts';

const pause_ms = 200;

/** Words to look for: the list follows while one types. Enter goes into the list, Escape leaves the field. */
export function SearchBox({ filters }: { filters: ListSearch }) {
  const words = useDeskWords();
  const navigate = useNavigate();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(filters.q ?? '');
  const look = (text: string) => {
    if (text.trim() !== (filters.q ?? ''))
      void navigate({ to: '.', search: withWords(filters, text), replace: true });
  };
  const latest = useRef(look);
  latest.current = look;
  useEffect(() => {
    const timer = setTimeout(() => latest.current(typed), pause_ms);
    return () => clearTimeout(timer);
  }, [typed]);
  // Another view, or the way back: the field shows what is looked for, unless somebody is typing in it.
  useEffect(() => {
    if (document.activeElement !== field.current) setTyped(filters.q ?? '');
  }, [filters.q]);
  useKeys({ '/': () => field.current?.select() });
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Escape') field.current?.blur();
    if (event.key !== 'Enter') return;
    look(typed);
    document.querySelector<HTMLElement>('.ticket-grid [tabindex="0"]')?.focus();
  };
  return (
    <div className="search-box" role="search">
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        inputMode="search"
        className="control"
        aria-label={words.filters.search_label}
        placeholder={words.nav.search}
        value={typed}
        onChange={event => setTyped(event.target.value)}
        onKeyDown={press}
      />
      {typed ? (
        <IconButton
          small
          icon="x"
          label={words.filters.remove(words.filters.words)}
          onClick={() => {
            setTyped('');
            look('');
            field.current?.focus();
          }}
        />
      ) : (
        <kbd aria-hidden="true">/</kbd>
      )}
    </div>
  );
}
