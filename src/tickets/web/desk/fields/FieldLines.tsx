import type { Field } from '#tickets/rules/fields/schemas.ts';
import { Button, IconButton, useLang } from '#ui/ui.ts';
import { useConditionWords } from './condition.ts';
import { useKeeping } from './keeping.ts';
import { useFieldsWords } from './words.ts';

interface FieldLinesProps {
  /** Those of one category, in their order. */
  fields: readonly Field[];
  all: readonly Field[];
  may: boolean;
  onChange: (field: Field) => void;
}

/** The fields of a category in the order in which they are asked. */
export function FieldLines({ fields, all, may, onChange }: FieldLinesProps) {
  const words = useFieldsWords();
  const [lang] = useLang();
  const keep = useKeeping('/api/fields', words.page);
  const when = useConditionWords(all);
  const move = async (field: Field, after: number | null, way: 'up' | 'down') => {
    await keep.change(field, { after });
    // Its line has moved, and the focus with it; at an end the other way is what is left.
    const line = document.getElementById(`field-${field.id}`);
    const button = (to: string) => line?.querySelector<HTMLButtonElement>(`[data-way=${to}]:not(:disabled)`);
    (button(way) ?? button(way === 'up' ? 'down' : 'up'))?.focus();
  };
  return (
    <ul className="lines field-lines">
      {fields.map((field, at) => {
        const name = field.name[lang];
        const above = fields[at - 1];
        const below = fields[at + 1];
        return (
          <li key={field.id} id={`field-${field.id}`}>
            <span className="line-text">
              <span className="name">{name}</span>
              <br />
              <span className="quiet t-13">
                {[
                  words.kinds[field.kind],
                  field.required !== 'never' && words.required[field.required].toLowerCase(),
                  field.for_school ? words.page.for_school : words.page.for_desk,
                  when(field),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
            </span>
            {may && (
              <span className="deeds">
                <IconButton
                  small
                  icon="up"
                  data-way="up"
                  label={words.page.up(name)}
                  disabled={!above}
                  onClick={() => above && void move(field, placeBefore(all, above), 'up')}
                />
                <IconButton
                  small
                  icon="down"
                  data-way="down"
                  label={words.page.down(name)}
                  disabled={!below}
                  onClick={() => below && void move(field, below.id, 'down')}
                />
                <Button small look="bare" onClick={() => onChange(field)}>
                  {words.page.change}
                </Button>
                <IconButton
                  small
                  icon="x"
                  label={words.page.remove(name)}
                  onClick={() => void keep.remove(field)}
                />
              </span>
            )}
          </li>
        );
      })}
    </ul>
  );
}

/** After which field one stands that comes right before this. */
const placeBefore = (all: readonly Field[], field: Field): number | null =>
  all[all.findIndex(({ id }) => id === field.id) - 1]?.id ?? null;
