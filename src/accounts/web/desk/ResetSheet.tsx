import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { MadeLink } from '#accounts/rules/links.ts';
import type { Agent } from '#accounts/rules/session.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckBox, useSubmit } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';

interface ResetSheetProps {
  agent: Agent;
  onLink: (link: MadeLink) => void;
  onClose: () => void;
}

/** A password is reset, never looked up, and chosen by nobody but herself (S10). */
export function ResetSheet({ agent, onLink, onClose }: ResetSheetProps) {
  const words = usePeopleWords().people;
  const client = useQueryClient();
  const { submit, busy, problem } = useSubmit<MadeLink>();
  const [at_once, setAtOnce] = useState(false);
  const make = async () => {
    const link = await submit(`/api/agents/${agent.id}/reset`, { at_once });
    if (!link) return;
    void client.invalidateQueries({ queryKey: ['agents'] });
    onLink(link);
  };
  return (
    <SheetForm
      title={words.reset_for(agent.name)}
      deed={words.reset_make}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void make()}
      onClose={onClose}
    >
      <p>{words.reset_lead}</p>
      <CheckBox
        label={words.reset_at_once}
        checked={at_once}
        onChange={event => setAtOnce(event.target.checked)}
      />
    </SheetForm>
  );
}
