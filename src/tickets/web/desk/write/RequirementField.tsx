import { resolution_codes, type Requirement } from '#tickets/rules/lifecycle.ts';
import { CheckBox, Select, TextArea, TextField } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { useDeskWords } from '../words/use-words.ts';

interface RequirementFieldProps {
  name: Requirement | 'level2_reference';
  value: string;
  error: string | undefined;
  /** On a ticket inside no text reaches a school. */
  inside: boolean;
  onChange: (value: string) => void;
}

/** One control for each thing that a move may require; texts say who will read them. */
export function RequirementField({ name, value, error, inside, onChange }: RequirementFieldProps) {
  const labels = useTicketWords();
  const words = useDeskWords().write;
  const label = labels.requirements[name];
  const typed = {
    value,
    error,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  };
  switch (name) {
    case 'question':
    case 'answer':
    case 'reply':
    case 'reason':
      return (
        <TextArea
          label={withReader(label, inside ? words.note_hint : words.seen_by_school)}
          rows={name === 'reason' ? 2 : 3}
          {...typed}
        />
      );
    case 'note':
    case 'pack':
      return <TextArea label={withReader(label, words.note_hint)} rows={4} {...typed} />;
    case 'resolution_code':
      return (
        <Select label={label} {...typed}>
          <option value="">{words.choose}</option>
          {resolution_codes.map(code => (
            <option key={code} value={code}>
              {labels.resolution_codes[code]}
            </option>
          ))}
        </Select>
      );
    case 'minutes':
      return <TextField label={label} type="number" min={0} max={1440} inputMode="numeric" {...typed} />;
    case 'date':
      return <TextField label={label} type="date" {...typed} />;
    case 'school_agreed':
      return (
        <div className="agreed">
          <CheckBox
            label={label}
            checked={value === 'yes'}
            aria-invalid={error !== undefined}
            onChange={event => onChange(event.target.checked ? 'yes' : '')}
          />
          {error && <p className="refused">{error}</p>}
        </div>
      );
    case 'level2_reference':
      return <TextField label={withReader(label, words.optional)} maxLength={80} {...typed} />;
  }
}

const withReader = (label: string, reader: string) => (
  <>
    {label} <span className="quiet">· {reader}</span>
  </>
);
