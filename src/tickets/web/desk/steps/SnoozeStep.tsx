import type { StepOf } from '#tickets/rules/steps/step.ts';
import { Select, TextField } from '#ui/ui.ts';
import type { StepProps } from './step-props.ts';
import { useStepFieldWords } from './words.ts';

const named = ['tomorrow', 'in_two_days', 'next_monday', 'answer'] as const;
const isNamed = (until: string): boolean => (named as readonly string[]).includes(until);

/** A morning of the desk, the school's answer, or a day of the calendar. */
export function SnoozeStep({ step, onChange }: StepProps<StepOf<'snooze'>>) {
  const words = useStepFieldWords();
  const on_day = !isNamed(step.until);
  return (
    <>
      <Select
        label={words.until}
        value={on_day ? 'day' : step.until}
        onChange={({ target: { value } }) => onChange({ ...step, until: isNamed(value) ? value : '' })}
      >
        {[...named, 'day' as const].map(until => (
          <option key={until} value={until}>
            {words.mornings[until]}
          </option>
        ))}
      </Select>
      {on_day && (
        <TextField
          label={words.day}
          type="date"
          value={step.until}
          onChange={event => onChange({ ...step, until: event.target.value })}
        />
      )}
    </>
  );
}
