import { useQueryClient } from '@tanstack/react-query';
import type { MacroPreview } from '#tickets/rules/macros/macro.ts';
import type { TicketWithMessages } from '#tickets/rules/ticket.ts';
import { api, Problem, toast } from '#ui/ui.ts';
import { useTicketChanged } from '../ticket/use-ticket-changed.ts';
import { giveBack } from '../undo/given-back.ts';
import { useDone } from '../undo/use-done.ts';
import { askMacroPreview } from './asking.ts';

/** Lays a macro into the form that takes its text; one without a text is done at once. What is refused is said. */
export function useApplyMacro(
  ticket: number,
): (macro: number, done: (name: string) => string) => Promise<void> {
  const client = useQueryClient();
  const changed = useTicketChanged();
  const say = useDone();
  const doAtOnce = async ({ id, name, also, foreseen }: MacroPreview, words: (name: string) => string) => {
    if (also.length === 0) {
      const refused = foreseen.find(step => step.refused !== null)?.refused;
      return void (refused && toast({ text: refused }));
    }
    const after = await api.post<TicketWithMessages>(`/api/tickets/${ticket}/steps`, {
      steps: also,
      macro: id,
    });
    changed(after);
    void client.invalidateQueries({ queryKey: ['macros'] });
    say(after, words(name));
  };
  return async (macro, words) => {
    try {
      const preview = await client.fetchQuery(askMacroPreview(ticket, macro));
      const { into, fields, also } = preview;
      if (into === null) await doAtOnce(preview, words);
      else giveBack({ ticket, writing: into, fields, files: [], laid: { macro, fields, also } });
    } catch (problem) {
      if (!(problem instanceof Problem)) throw problem;
      toast({ text: problem.detail });
      void client.invalidateQueries({ queryKey: ['ticket', ticket] });
    }
  };
}
