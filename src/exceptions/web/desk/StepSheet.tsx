import { useState } from 'react';
import { topics } from '#exceptions/rules/topics.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, TextArea, TextField, useSubmit } from '#ui/ui.ts';
import { useExceptionWords } from '../words.ts';
import { useChanged } from './asking.ts';

export type FormStep = 'allow' | 'refuse' | 'prolong' | 'end' | 'spend' | 'ask';
type FieldName = 'topic' | 'why' | 'allowed' | 'until' | 'reason' | 'minutes' | 'what';

/** What each step asks, and where it is sent: after the exception's address, or after the ticket's. */
const forms: Record<FormStep, { to: string; fields: readonly FieldName[]; beside?: object }> = {
  ask: { to: 'exceptions', fields: ['topic', 'why'] },
  allow: { to: 'decision', fields: ['allowed', 'until'], beside: { allow: true } },
  refuse: { to: 'decision', fields: ['reason'], beside: { allow: false } },
  prolong: { to: 'prolongation', fields: ['until', 'reason'] },
  end: { to: 'end', fields: ['reason'] },
  spend: { to: 'minutes', fields: ['minutes', 'what'] },
};

interface StepSheetProps {
  step: FormStep;
  /** `/api/exceptions/7`, or `/api/tickets/42` to ask. */
  path: string;
  /** What stands in the fields at first. */
  first?: Partial<Record<FieldName, string>>;
  onClose: () => void;
}

/** The short form of one step. */
export function StepSheet({ step, path, first = {}, onClose }: StepSheetProps) {
  const words = useExceptionWords();
  const changed = useChanged();
  const { to, fields, beside } = forms[step];
  const [given, setGiven] = useState<Partial<Record<FieldName, string>>>(first);
  const { submit, busy, problem } = useSubmit<unknown>();
  const send = async () => {
    const { minutes, ...texts } = Object.fromEntries(fields.map(name => [name, given[name] ?? '']));
    const filled = Object.fromEntries(
      Object.entries(texts).filter(([name, text]) => text || name !== 'until'),
    );
    const body = { ...filled, ...(minutes !== undefined && { minutes: Number(minutes) }), ...beside };
    if (!(await submit(`${path}/${to}`, body))) return;
    changed();
    onClose();
  };
  return (
    <SheetForm
      {...words.sheets[step]}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {fields.map((name, at) => {
        const wired = {
          label: words.fields[name],
          hint: words.fields[`${name}_hint`] || undefined,
          value: given[name] ?? '',
          error: problem?.of(name),
          autoFocus: at === 0,
          onChange: ({ target }: { target: { value: string } }) =>
            setGiven({ ...given, [name]: target.value }),
        };
        if (name === 'topic')
          return (
            <Select key={name} {...wired}>
              {topics.map(topic => (
                <option key={topic} value={topic}>
                  {words.topics[topic]}
                </option>
              ))}
            </Select>
          );
        if (name === 'until') return <TextField key={name} type="date" {...wired} />;
        if (name === 'minutes')
          return <TextField key={name} type="number" inputMode="numeric" min={1} max={1440} {...wired} />;
        if (name === 'what') return <TextField key={name} maxLength={200} {...wired} />;
        return <TextArea key={name} rows={3} {...wired} />;
      })}
    </SheetForm>
  );
}
