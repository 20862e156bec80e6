import type { Step } from '#tickets/rules/steps/step.ts';
import { useStepWords } from '../../steps/use-step-words.ts';
import { useTicketWords } from '../../../words.ts';

/** Steps in a few words, as they were asked for: a line of their own. */
export function useSays(): (steps: readonly Step[]) => string {
  const say = useStepWords();
  const { moves } = useTicketWords();
  return steps => {
    const all = steps.map(step => (step.does === 'move' ? moves[step.move] : say(step))).join(', ');
    return all.charAt(0).toUpperCase() + all.slice(1);
  };
}
