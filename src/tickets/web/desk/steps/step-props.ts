import type { Step } from '#tickets/rules/steps/step.ts';

/** A step is written the same way for a macro and for many tickets: what it is now, and what it is changed to. */
export interface StepProps<S extends Step> {
  step: S;
  onChange: (step: Step) => void;
}

/** Whether a step says enough to be done: a correction of nothing is none, nor is a field without a name. */
export function isWhole(step: Step): boolean {
  switch (step.does) {
    case 'change':
      return [step.category, step.impact, step.urgency, step.promised].some(value => value !== undefined);
    case 'field':
      return step.field > 0 && step.value !== '';
    case 'tag':
      return step.add.length + step.remove.length > 0;
    case 'snooze':
      return step.until.length > 0;
    default:
      return true;
  }
}
