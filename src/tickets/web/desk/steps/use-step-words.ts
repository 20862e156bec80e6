import { useQuery } from '@tanstack/react-query';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { Step } from '#tickets/rules/steps/step.ts';
import { stepWords } from '#tickets/rules/steps/words.ts';
import { useLang } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { askFields } from '../fields/asking.ts';
import { askTeams } from '../handing/asking.ts';

/** Says a step in a few words. */
export function useStepWords(): (step: Step) => string {
  const [lang] = useLang();
  const words = useTicketWords();
  const agents = useQuery(askAgents()).data ?? [];
  const teams = useQuery(askTeams()).data?.items ?? [];
  const fields = useQuery(askFields()).data?.items ?? [];
  const byId =
    <T extends { id: number }>(some: readonly T[]) =>
    (id: number) =>
      some.find(each => each.id === id);
  return step =>
    stepWords(step, {
      lang,
      words,
      nameOf: id => byId(agents)(id)?.name,
      teamOf: id => byId(teams)(id)?.name,
      fieldOf: byId(fields),
    });
}
