import { Field } from './Field.tsx';
import { Icon } from './Icon.tsx';
import './narrowing.css';

interface SearchFieldProps {
  label: string;
  hint?: string;
  autoFocus?: boolean;
  value: string;
  onChange: (typed: string) => void;
}

/** What one looks for, behind a glass. Stands first in `.narrowing`, with what else narrows a list. */
export function SearchField({ label, hint, autoFocus = false, value, onChange }: SearchFieldProps) {
  return (
    <Field label={label} {...(hint && { hint })}>
      {wiring => (
        <div className="search-field">
          <Icon name="search" size={20} />
          <input
            {...wiring}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- where a page is opened to type here
            autoFocus={autoFocus}
            className="control"
            type="search"
            autoComplete="off"
            maxLength={200}
            value={value}
            onChange={({ target }) => onChange(target.value)}
          />
        </div>
      )}
    </Field>
  );
}
