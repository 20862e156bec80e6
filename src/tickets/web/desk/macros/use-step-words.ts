import { useQuery } from '@tanstack/react-query';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { stepWords } from '#tickets/rules/steps/words.ts';
import { useLang } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';

/** Says a step in a few words. */
export function useStepWords(): (step: Step) => string {
  const [lang] = useLang();
  const words = useTicketWords();
  const agents = useQuery(askAgents()).data ?? [];
  return step =>
    stepWords(step, { lang, words, nameOf: person => agents.find(({ id }) => id === person)?.name });
}
