import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, priorityOf, urgencies, type Impact, type Urgency } from '#tickets/rules/priority.ts';
import { CheckBox, Select, TextArea, TextField, type Problem } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { OpeningCustomFields } from '../fields/OpeningCustomFields.tsx';
import { valueOf, type Fields } from './opened.ts';
import { useOpeningWords } from './words/use-words.ts';

export interface FieldsProps {
  fields: Fields;
  set: (changed: Fields) => void;
  problem: Problem | undefined;
}

/** A field's value, what is wrong with it, and how it is changed. */
export const wiring =
  ({ fields, set, problem }: FieldsProps) =>
  (name: string) => ({
    value: valueOf(fields, name),
    error: problem?.of(name),
    onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
  });

interface AboutProps extends FieldsProps {
  /** Who is at the school. */
  people: readonly { id: number; name: string }[];
}

/** What it is about, what its category asks, and how much it presses: the priority follows from the last two. */
export function AboutFields(props: AboutProps) {
  const { fields, set, problem, people } = props;
  const words = useOpeningWords();
  const labels = useTicketWords();
  const wired = wiring(props);
  const inside = valueOf(fields, 'inside') === 'yes';
  const as_note = !inside && Boolean(fields['as_note']);
  const choices = <Id extends string>(ids: readonly Id[], names: Record<Id, string>) =>
    ids.map(id => (
      <option key={id} value={id}>
        {names[id]}
      </option>
    ));
  const [impact, urgency] = [valueOf(fields, 'impact') as Impact, valueOf(fields, 'urgency') as Urgency];
  return (
    <fieldset>
      <legend>{words.what}</legend>
      <TextField label={words.subject} maxLength={200} {...wired('subject')} />
      <div className={inside || as_note ? 'for-igroup' : undefined}>
        <TextArea
          label={words.description}
          hint={inside ? words.inside_hint : as_note ? words.note_hint : words.description_hint}
          rows={5}
          {...wired('description')}
          error={problem?.of('description') ?? problem?.of('note')}
        />
        {!inside && (
          <CheckBox
            label={words.as_note}
            checked={as_note}
            onChange={event => set({ as_note: event.target.checked ? 'yes' : '' })}
          />
        )}
      </div>
      <Select label={words.category} {...wired('category')}>
        <option value="">…</option>
        {choices(category_ids, labels.categories)}
      </Select>
      <OpeningCustomFields fields={fields} set={set} problem={problem} people={people} />
      <div className="pair">
        <Select label={words.impact} {...wired('impact')}>
          {choices(impacts, labels.impacts)}
        </Select>
        <Select label={words.urgency} {...wired('urgency')}>
          {choices(urgencies, labels.urgencies)}
        </Select>
      </div>
      <p className="quiet t-13" role="status">
        {words.gives(labels.priorities[priorityOf(impact, urgency)])}
      </p>
    </fieldset>
  );
}
