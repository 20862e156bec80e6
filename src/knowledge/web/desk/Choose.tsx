import { Select } from '#ui/ui.ts';

interface ChooseProps<V extends string> {
  label: string;
  /** What stands there for none of them; without it one is always chosen. */
  none?: string;
  /** Each with what it is called, in this order. */
  names: readonly (readonly [value: V, name: string])[];
  value: V | null | undefined;
  onChange: (value: V | null) => void;
}

/** One of a few, by its name. */
export function Choose<V extends string>({ label, none, names, value, onChange }: ChooseProps<V>) {
  return (
    <Select
      label={label}
      value={value ?? ''}
      onChange={({ target }) => onChange((target.value || null) as V | null)}
    >
      {none !== undefined && <option value="">{none}</option>}
      {names.map(([each, name]) => (
        <option key={each} value={each}>
          {name}
        </option>
      ))}
    </Select>
  );
}
