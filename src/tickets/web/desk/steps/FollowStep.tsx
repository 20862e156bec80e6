import { useQuery } from '@tanstack/react-query';
import { useSession } from '#accounts/web/accounts.tsx';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import type { StepOf } from '#tickets/rules/steps/step.ts';
import { Select } from '#ui/ui.ts';
import type { StepProps } from './step-props.ts';
import { useStepFieldWords } from './words.ts';

/** Oneself or a colleague, who follows from now on or no longer. */
export function FollowStep({ step, onChange }: StepProps<StepOf<'follow'>>) {
  const words = useStepFieldWords();
  const { person } = useSession();
  const agents = (useQuery(askAgents()).data ?? []).filter(
    ({ id, left }) => id === step.person || (!left && id !== person.id),
  );
  return (
    <>
      <Select
        label={words.follows}
        value={step.person}
        onChange={({ target: { value } }) =>
          onChange({ ...step, person: value === 'me' ? value : Number(value) })
        }
      >
        <option value="me">{words.me}</option>
        {agents.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select
        label={words.does}
        value={step.follows ? 'follow' : 'no_longer'}
        onChange={event => onChange({ ...step, follows: event.target.value === 'follow' })}
      >
        <option value="follow">{words.follow}</option>
        <option value="no_longer">{words.no_longer}</option>
      </Select>
    </>
  );
}
