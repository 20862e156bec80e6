import { useEffect, useState, type ReactNode } from 'react';
import type { Step, StepOf } from '#tickets/rules/steps/step.ts';
import { FieldStep } from '../../steps/FieldStep.tsx';
import { FollowStep } from '../../steps/FollowStep.tsx';
import { SnoozeStep } from '../../steps/SnoozeStep.tsx';
import { isWhole, type StepProps } from '../../steps/step-props.ts';
import { TagStep } from '../../steps/TagStep.tsx';
import type { StepFormProps } from './kinds.tsx';

/** The form of a step that is written as in a macro. */
function stepForm<S extends Step>(Written: (props: StepProps<S>) => ReactNode, begins: S) {
  return function StepForm({ onChange }: StepFormProps) {
    const [step, setStep] = useState<S>(begins);
    // What can be done as it begins is foreseen at once.
    useEffect(() => {
      if (isWhole(begins)) onChange({ foreseen: begins, step: begins });
    }, [onChange]);
    return (
      <div className="step-fields">
        <Written
          step={step}
          onChange={next => {
            setStep(next as S);
            onChange(isWhole(next) ? { foreseen: next, step: next } : undefined);
          }}
        />
      </div>
    );
  };
}

export const TagForm = stepForm<StepOf<'tag'>>(TagStep, { does: 'tag', add: [], remove: [] });
export const FieldForm = stepForm<StepOf<'field'>>(FieldStep, { does: 'field', field: 0, value: '' });
export const FollowForm = stepForm<StepOf<'follow'>>(FollowStep, {
  does: 'follow',
  person: 'me',
  follows: true,
});
export const SnoozeForm = stepForm<StepOf<'snooze'>>(SnoozeStep, { does: 'snooze', until: 'tomorrow' });
