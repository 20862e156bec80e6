import type { Step } from '#tickets/rules/steps/step.ts';
import { useStepWords } from '../steps/use-step-words.ts';
import { useMacroWords } from './words.ts';

/** What is done with a message that waits, in a line. */
export function StepsWords({ steps }: { steps: readonly Step[] }) {
  const words = useMacroWords().text;
  const say = useStepWords();
  if (steps.length === 0) return null;
  return (
    <span className="quiet t-13">
      {words.also}: {steps.map(say).join(' · ')}
    </span>
  );
}
