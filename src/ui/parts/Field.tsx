import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import './field.css';
import { useUiWords } from '../words/words.tsx';

export interface About {
  label: ReactNode;
  /** What helps to fill it in; stays while typing. */
  hint?: ReactNode;
  /** The sentence that says what is wrong. */
  error?: string | undefined;
  optional?: boolean;
}

interface Wiring {
  id: string;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
}

/** A label, a hint, an error and one control, told to each other. The control gets its wiring from `children`. */
export function Field({
  label,
  hint,
  error,
  optional,
  id,
  children,
}: About & { id?: string; children: (wiring: Wiring) => ReactNode }) {
  const words = useUiWords();
  const own = useId();
  const field = id ?? own;
  const told = [hint && `${field}-hint`, error && `${field}-error`].filter(Boolean).join(' ');
  return (
    <div className="field">
      <label htmlFor={field}>
        {label} {optional && <span className="quiet">({words.optional})</span>}
      </label>
      {hint && (
        <p id={`${field}-hint`} className="hint">
          {hint}
        </p>
      )}
      {children({
        id: field,
        ...(told && { 'aria-describedby': told }),
        ...(error && { 'aria-invalid': true as const }),
      })}
      {error && (
        <p id={`${field}-error`} className="error">
          {error}
        </p>
      )}
    </div>
  );
}

type Own<T> = About & Omit<T, keyof About | 'children'>;

export function TextField({
  label,
  hint,
  error,
  optional,
  id,
  ...rest
}: Own<InputHTMLAttributes<HTMLInputElement>>) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {wiring => <input className="control" {...rest} {...wiring} />}
    </Field>
  );
}

/** Text that is taken letter for letter (a user name, a password to hand over): nothing completes or corrects it. */
export const ExactField = (props: Parameters<typeof TextField>[0]) => (
  <TextField autoComplete="off" autoCapitalize="none" spellCheck={false} {...props} />
);

export function TextArea({
  label,
  hint,
  error,
  optional,
  id,
  ...rest
}: Own<TextareaHTMLAttributes<HTMLTextAreaElement>>) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {wiring => <textarea className="control" rows={6} {...rest} {...wiring} />}
    </Field>
  );
}

export function Select({
  label,
  hint,
  error,
  optional,
  id,
  children,
  ...rest
}: Own<SelectHTMLAttributes<HTMLSelectElement>> & { children: ReactNode }) {
  return (
    <Field {...{ label, hint, error, optional, id }}>
      {wiring => (
        <select className="control" {...rest} {...wiring}>
          {children}
        </select>
      )}
    </Field>
  );
}

interface Choice<V extends string> {
  value: V;
  label: ReactNode;
  hint?: ReactNode;
}

interface RadioGroupProps<V extends string> extends About {
  name: string;
  choices: readonly Choice<V>[];
  value: V | undefined;
  onChange: (value: V) => void;
}

/** One of a few, all of them in sight. */
export function RadioGroup<V extends string>({
  label,
  hint,
  error,
  name,
  choices,
  value,
  onChange,
}: RadioGroupProps<V>) {
  const id = useId();
  const told = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ');
  return (
    <fieldset className="field radios" {...(told && { 'aria-describedby': told })}>
      <legend>{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="hint">
          {hint}
        </p>
      )}
      <div>
        {choices.map((choice, at) => (
          <label key={choice.value} className="choice">
            <input
              type="radio"
              {...(at === 0 && { id: name })}
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
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

/** Yes or no, with its words beside it. */
export function CheckBox({
  label,
  ...rest
}: { label: ReactNode } & Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>) {
  return (
    <label className="choice">
      <input type="checkbox" {...rest} />
      <span>{label}</span>
    </label>
  );
}
