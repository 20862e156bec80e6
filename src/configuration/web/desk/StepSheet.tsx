import { useState } from 'react';
import { configuration_limits } from '#configuration/rules/limits.ts';
import type { ConfigurationRequest } from '#configuration/rules/request.ts';
import type { Step } from '#configuration/rules/states.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { TextArea, TextField, useSubmit } from '#ui/ui.ts';
import { useChanged, useDeskWords } from './asking.ts';

export type FormStep = Exclude<Step, 'change' | 'approve'>;
type FieldName = 'reason' | 'told' | 'planned_for' | 'was' | 'becomes' | 'day';

interface Form {
  /** Where it is sent, after the request's own address. */
  to: string;
  method?: 'put';
  fields: (request: ConfigurationRequest) => Partial<Record<FieldName, string>>;
  /** What is sent beside the fields. */
  beside?: object;
}

/** What each step asks, with what stands in its fields at first. */
const forms: Record<FormStep, Form> = {
  refuse: { to: 'decision', fields: () => ({ reason: '' }), beside: { approve: false } },
  // Only schools that were told of a plan are told that it does not come.
  give_up: {
    to: 'giving-up',
    fields: ({ state }) => ({ reason: '', ...(state === 'approved' && { told: '' }) }),
  },
  plan: {
    to: 'day',
    method: 'put',
    fields: ({ planned_for, today }) => ({ planned_for: later(planned_for?.date, today) }),
  },
  complete: {
    to: 'completion',
    fields: ({ told, today }) => ({ was: told?.was ?? '', becomes: told?.becomes ?? '', day: today }),
  },
  roll_back: { to: 'rolling-back', fields: ({ today }) => ({ reason: '', told: '', day: today }) },
};

const later = (day: string | undefined, today: string) => (day && day > today ? day : today);
const days: ReadonlySet<string> = new Set(['planned_for', 'day']);
const hints: ReadonlySet<string> = new Set(['reason', 'told']);

interface StepSheetProps {
  step: FormStep;
  request: ConfigurationRequest;
  onClose: () => void;
}

/** The short form of one step. */
export function StepSheet({ step, request, onClose }: StepSheetProps) {
  const words = useDeskWords();
  const changed = useChanged();
  const form = forms[step];
  const [fields, setFields] = useState(() => form.fields(request));
  const { submit, busy, problem } = useSubmit<ConfigurationRequest>(form.method ?? 'post');
  const send = async () => {
    const path = `/api/configuration/requests/${request.number}/${form.to}`;
    if (!(await submit(path, { ...fields, ...form.beside }))) return;
    changed(request.number);
    onClose();
  };
  return (
    <SheetForm
      {...words.steps[step]}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void send()}
      onClose={onClose}
    >
      {(Object.keys(fields) as FieldName[]).map((name, at) => {
        const wired = {
          label: words.fields[name],
          hint: hints.has(name) ? words.fields[`${name as 'reason' | 'told'}_hint`] : undefined,
          value: fields[name] ?? '',
          error: problem?.of(name),
          autoFocus: at === 0,
          onChange: ({ target }: { target: { value: string } }) =>
            setFields({ ...fields, [name]: target.value }),
        };
        return days.has(name) ? (
          <TextField key={name} type="date" {...wired} />
        ) : (
          <TextArea key={name} rows={2} maxLength={configuration_limits.value} {...wired} />
        );
      })}
    </SheetForm>
  );
}
