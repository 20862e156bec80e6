import { CheckBox, TextArea, TextField, type Problem } from '#ui/ui.ts';
import type { Form } from './field-form.ts';
import { useFieldsWords } from './words.ts';

interface BoundsFieldsProps {
  form: Form;
  change: (more: Partial<Form>) => void;
  problem: Problem | undefined;
}

/** What a kind of field asks of its own: the answers of a choice, the bounds of the others. */
export function BoundsFields({ form, change, problem }: BoundsFieldsProps) {
  const words = useFieldsWords().form;
  const number = (part: 'longest' | 'least' | 'most' | 'earliest' | 'latest') => ({
    label: words[part],
    inputMode: 'numeric' as const,
    autoComplete: 'off',
    value: form[part],
    error: problem?.of(`bounds.${part}`),
    onChange: (event: { target: { value: string } }) => change({ [part]: event.target.value }),
  });
  const wrong = problem?.errors.find(({ field }) => field === 'bounds')?.sentence;
  switch (form.kind) {
    case 'choice':
      return (
        <TextArea
          label={words.choices}
          hint={words.choices_hint}
          rows={4}
          value={form.choices}
          error={problem?.of('choices')}
          onChange={event => change({ choices: event.target.value })}
        />
      );
    case 'text':
      return (
        <div className="pair">
          <TextField {...number('longest')} />
          <CheckBox
            label={words.several_lines}
            checked={form.several_lines}
            onChange={event => change({ several_lines: event.target.checked })}
          />
        </div>
      );
    case 'number':
      return (
        <>
          <div className="pair">
            <TextField {...number('least')} error={wrong ?? problem?.of('bounds.least')} />
            <TextField {...number('most')} />
          </div>
          <CheckBox
            label={words.whole}
            checked={form.whole}
            onChange={event => change({ whole: event.target.checked })}
          />
        </>
      );
    case 'date':
      return (
        <div className="pair">
          <TextField
            {...number('earliest')}
            hint={words.days_hint}
            error={wrong ?? problem?.of('bounds.earliest')}
          />
          <TextField {...number('latest')} />
        </div>
      );
    default:
      return null;
  }
}
