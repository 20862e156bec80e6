import { useId } from 'react';
import './field.css';

interface CheckGroupProps<V extends string> {
  label: string;
  choices: readonly { value: V; label: string; hint?: string }[];
  values: readonly V[];
  onChange: (values: V[]) => void;
  error?: string | undefined;
}

/** Any number of a few, all of them in sight. They are given back in the order of the choices. */
export function CheckGroup<V extends string>({
  label,
  choices,
  values,
  onChange,
  error,
}: CheckGroupProps<V>) {
  const id = useId();
  const toggle = (value: V) =>
    onChange(choices.map(choice => choice.value).filter(one => (one === value) !== values.includes(one)));
  return (
    <fieldset className="field" {...(error && { 'aria-describedby': `${id}-error` })}>
      <legend>{label}</legend>
      <div>
        {choices.map(choice => (
          <label key={choice.value} className="choice">
            <input
              type="checkbox"
              checked={values.includes(choice.value)}
              {...(error && { 'aria-invalid': true })}
              onChange={() => toggle(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <span className="hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && (
        <p id={`${id}-error`} className="error">
          {error}
        </p>
      )}
    </fieldset>
  );
}
