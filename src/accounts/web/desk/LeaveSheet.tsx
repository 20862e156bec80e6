import { useState } from 'react';
import type { Agent } from '#accounts/rules/session.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { CheckBox } from '#ui/ui.ts';
import { usePeopleWords } from './accounts.ts';

interface LeaveSheetProps {
  agent: Agent;
  onLeave: (also_at_schools: boolean) => void;
  onClose: () => void;
}

/** Asked only of somebody who is also at a school: whether she has left there too. */
export function LeaveSheet({ agent, onLeave, onClose }: LeaveSheetProps) {
  const words = usePeopleWords().people;
  const [both, setBoth] = useState(false);
  return (
    <SheetForm
      title={words.leave_for(agent.name)}
      deed={words.leave}
      cancel={words.cancel}
      busy={false}
      problem={undefined}
      onSubmit={() => (onLeave(both), onClose())}
      onClose={onClose}
    >
      <p>{words.leave_lead}</p>
      {agent.at_schools?.map(side => (
        <p key={side.person}>{words.at_school_is(side.name, side.school)}</p>
      ))}
      <CheckBox label={words.leave_both} checked={both} onChange={event => setBoth(event.target.checked)} />
    </SheetForm>
  );
}
