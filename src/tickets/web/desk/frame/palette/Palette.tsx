import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Dialog, Modal, ModalOverlay } from 'react-aria-components';
import '#ui/floating/floating.css';
import '#ui/floating/aria/no-inline-style.ts';
import { Icon, IconButton, useUiWords } from '#ui/ui.ts';
import { Keys } from '../KeysSheet.tsx';
import { useFrameWords } from '../words/use-words.ts';
import { typedAhead, type Scope } from './open.ts';
import './palette.css';
import { useEntries, type Entry } from './use-entries.tsx';

/** Everything at the desk, found by typing: arrows go through it, Enter does it, Escape gives the focus back. */
export function Palette({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const words = useFrameWords().palette;
  return (
    <ModalOverlay
      className="veil palette-veil"
      isOpen
      isDismissable
      onOpenChange={open => !open && onClose()}
    >
      <Modal className={scope === 'macro' ? 'palette wide' : 'palette'}>
        <Dialog aria-label={words.label}>
          <Search scope={scope} onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Search({ scope, onClose }: { scope: Scope; onClose: () => void }) {
  const words = useFrameWords().palette;
  const { close } = useUiWords();
  const id = useId();
  const [typed, setTyped] = useState(typedAhead);
  const { groups, looking } = useEntries(scope, typed);
  const entries = groups.flatMap(group => group.entries);
  const [wanted, setWanted] = useState<string>();
  const active = entries.find(entry => entry.id === wanted) ?? entries[0];
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [active?.id]);

  // The palette is gone before its deed, so that a deed which takes the focus keeps it.
  const run = (entry: Entry) => {
    onClose();
    setTimeout(entry.run);
  };
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const at = active ? entries.indexOf(active) : -1;
    const to = {
      ArrowDown: (at + 1) % entries.length,
      ArrowUp: (at - 1 + entries.length) % entries.length,
      PageDown: Math.min(at + 8, entries.length - 1),
      PageUp: Math.max(at - 8, 0),
    }[event.key];
    if (event.key === 'Enter' && active) run(active);
    else if (to !== undefined && entries.length > 0) setWanted(entries[to]!.id);
    else return;
    event.preventDefault();
  };
  const optionId = (entry: Entry) => `${id}-${entry.id.replaceAll(' ', '-')}`;
  return (
    <>
      <div className="palette-field">
        <Icon name="search" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to type in
          autoFocus
          type="text"
          role="combobox"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="go"
          aria-label={words.label}
          aria-expanded={entries.length > 0}
          aria-controls={id}
          aria-autocomplete="list"
          {...(active && { 'aria-activedescendant': optionId(active) })}
          placeholder={words.hint[scope]}
          value={typed}
          onChange={event => {
            setTyped(event.target.value);
            setWanted(undefined);
          }}
          onKeyDown={press}
        />
        <IconButton small icon="x" label={close} onClick={onClose} />
      </div>
      <div className="palette-body">
        <div ref={list} id={id} role="listbox" className="palette-list" aria-label={words.results}>
          {groups.map(({ group, entries: those }) => (
            <div key={group} role="group" aria-labelledby={`${id}-${group}`}>
              <p id={`${id}-${group}`} className="palette-group">
                {words.groups[group]}
              </p>
              {those.map(entry => (
                // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
                <div
                  key={entry.id}
                  id={optionId(entry)}
                  role="option"
                  tabIndex={-1}
                  className="palette-entry"
                  aria-selected={entry === active}
                  onPointerMove={() => setWanted(entry.id)}
                  onPointerDown={event => event.preventDefault()}
                  onClick={() => run(entry)}
                >
                  <span className="palette-name">
                    {entry.mark} {entry.name}
                  </span>
                  {entry.hint && <span className="palette-hint">{entry.hint}</span>}
                  {entry.keys && (
                    <span className="palette-keys">
                      <Keys keys={entry.keys} />
                    </span>
                  )}
                </div>
              ))}
            </div>
          ))}
        </div>
        {scope === 'macro' && active?.beside}
      </div>
      {entries.length === 0 && !looking && (
        <p className="palette-none">{typed.trim() ? words.none : words.none_to_do}</p>
      )}
      <p className="palette-foot" aria-hidden="true">
        <kbd>↑</kbd> <kbd>↓</kbd> {words.keys.go} · <kbd>Enter</kbd> {words.keys.run} · <kbd>Esc</kbd>{' '}
        {words.keys.close}
        {looking && <span className="palette-looking">{words.looking}</span>}
      </p>
      <p className="sr" role="status">
        {!looking && typed.trim() && words.count(entries.length)}
      </p>
    </>
  );
}
