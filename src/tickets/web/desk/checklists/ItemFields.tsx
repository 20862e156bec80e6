import { useRef } from 'react';
import { Button, CheckBox, IconButton } from '#ui/ui.ts';
import { useChecklistsWords } from './words/use-words.ts';

export interface ItemField {
  en: string;
  fr: string;
  required: boolean;
}

interface ItemFieldsProps {
  items: readonly ItemField[];
  onChange: (items: readonly ItemField[]) => void;
  error: string | undefined;
}

/** The items of a checklist: their texts, whether they hold solving back, and their order. */
export function ItemFields({ items, onChange, error }: ItemFieldsProps) {
  const words = useChecklistsWords().form;
  const box = useRef<HTMLFieldSetElement>(null);
  const set = (at: number, change: Partial<ItemField>) =>
    onChange(items.map((item, place) => (place === at ? { ...item, ...change } : item)));
  const swap = (at: number, to: number) => {
    const next = [...items];
    [next[at], next[to]] = [next[to]!, next[at]!];
    onChange(next);
  };
  const add = () => {
    onChange([...items, { en: '', fr: '', required: false }]);
    setTimeout(() => box.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus());
  };
  return (
    <fieldset ref={box} className="field item-fields">
      <legend>{words.items}</legend>
      <ol>
        {items.map((item, at) => (
          // An item has no name but its place; its fields are told by it alone.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={at}>
            <input
              className="control"
              aria-label={words.item(at + 1)}
              maxLength={200}
              autoComplete="off"
              value={item.en}
              {...(error && { 'aria-invalid': true })}
              onChange={event => set(at, { en: event.target.value })}
            />
            <input
              className="control"
              lang="fr"
              aria-label={words.item_fr(at + 1)}
              placeholder={words.in_french}
              maxLength={200}
              autoComplete="off"
              value={item.fr}
              onChange={event => set(at, { fr: event.target.value })}
            />
            <span className="item-deeds">
              <CheckBox
                label={words.required}
                checked={item.required}
                onChange={event => set(at, { required: event.target.checked })}
              />
              <IconButton
                small
                icon="up"
                label={words.up(at + 1)}
                disabled={at === 0}
                onClick={() => swap(at, at - 1)}
              />
              <IconButton
                small
                icon="down"
                label={words.down(at + 1)}
                disabled={at === items.length - 1}
                onClick={() => swap(at, at + 1)}
              />
              <IconButton
                small
                icon="x"
                label={words.take_off(at + 1)}
                disabled={items.length === 1}
                onClick={() => onChange(items.filter((_, place) => place !== at))}
              />
            </span>
          </li>
        ))}
      </ol>
      {error && <p className="error">{error}</p>}
      <div>
        <Button small look="bare" icon="plus" onClick={add}>
          {words.add}
        </Button>
      </div>
    </fieldset>
  );
}
