import { useQuery } from '@tanstack/react-query';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { worksTickets } from '#accounts/rules/who.ts';
import {
  moves,
  resolution_codes,
  transitions,
  type Move,
  type Requirement,
} from '#tickets/rules/lifecycle.ts';
import type { Step, StepOf } from '#tickets/rules/steps/step.ts';
import { Select, TextField } from '#ui/ui.ts';
import { useTicketWords } from '../../../words.ts';
import { useFacets } from '../../facets.ts';
import { askTeams } from '../../handing/asking.ts';
import type { StepProps } from '../../steps/step-props.ts';
import { useStepFieldWords } from '../../steps/words.ts';
import { useMacroWords } from '../words.ts';

/** To a person, to nobody, or to a team. */
export function GiveStep({ step, onChange }: StepProps<StepOf<'assign'> | StepOf<'team'>>) {
  const words = useMacroWords().sheet;
  const named = useStepFieldWords();
  const given = step.does === 'team' ? `team ${step.team}` : String(step.agent ?? 'nobody');
  const agents = (useQuery(askAgents()).data ?? []).filter(
    ({ id, left, roles }) => String(id) === given || (!left && worksTickets(roles)),
  );
  const teams = useQuery(askTeams()).data?.items ?? [];
  const read = (id: string): Step => {
    if (id.startsWith('team ')) return { does: 'team', team: Number(id.slice(5)) };
    return { does: 'assign', agent: id === 'nobody' ? null : id === 'me' ? id : Number(id) };
  };
  return (
    <Select label={words.step.assign} value={given} onChange={event => onChange(read(event.target.value))}>
      <option value="me">{words.to_me}</option>
      <option value="nobody">{words.to_nobody}</option>
      <optgroup label={named.people}>
        {agents.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
      {teams.length > 0 && (
        <optgroup label={named.teams}>
          {teams.map(({ id, name }) => (
            <option key={id} value={`team ${id}`}>
              {named.team(name)}
            </option>
          ))}
        </optgroup>
      )}
    </Select>
  );
}

export function ChangeStep({ step, onChange }: StepProps<StepOf<'change'>>) {
  const words = useMacroWords().sheet;
  return useFacets().map(({ facet, values }) => (
    <Select
      key={facet}
      label={words[facet]}
      value={step[facet] ?? ''}
      onChange={event => onChange({ ...step, [facet]: event.target.value || undefined })}
    >
      <option value="">{words.keep_as_is}</option>
      {values.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  ));
}

const by_desk = ['agent', 'coordinator', 'level2_contact'] as const satisfies readonly string[];

/** The moves that somebody of the desk makes. */
const moves_of_desk = moves.filter(move =>
  transitions.some(
    row => row.move === move && row.by.some(by => (by_desk as readonly string[]).includes(by)),
  ),
);

/** What a macro can say beforehand of what a move asks for; its texts are the macro's, the rest is the ticket's. */
const said_before = ['resolution_code', 'minutes', 'reason'] as const satisfies readonly Requirement[];

const requiresOf = (move: Move): readonly Requirement[] =>
  transitions.find(row => row.move === move)?.requires ?? [];

export function MoveStep({ step, onChange }: StepProps<StepOf<'move'>>) {
  const words = useMacroWords().sheet;
  const names = useTicketWords();
  const asked = said_before.filter(name => requiresOf(step.move).includes(name));
  const change = (name: string, value: string | number | undefined) => onChange({ ...step, [name]: value });
  return (
    <>
      <Select
        label={words.move}
        value={step.move}
        onChange={event => onChange({ does: 'move', move: event.target.value as Move })}
      >
        {moves_of_desk.map(move => (
          <option key={move} value={move}>
            {names.moves[move]}
          </option>
        ))}
      </Select>
      {asked.map(name =>
        name === 'resolution_code' ? (
          <Select
            key={name}
            label={names.requirements[name]}
            value={step[name] ?? ''}
            onChange={event => change(name, event.target.value || undefined)}
          >
            <option value="">{words.on_ticket}</option>
            {resolution_codes.map(code => (
              <option key={code} value={code}>
                {names.resolution_codes[code]}
              </option>
            ))}
          </Select>
        ) : (
          <TextField
            key={name}
            label={names.requirements[name]}
            {...(name === 'minutes' && { type: 'number', min: 0, max: 1440 })}
            placeholder={words.on_ticket}
            value={step[name] ?? ''}
            onChange={event =>
              change(
                name,
                !event.target.value
                  ? undefined
                  : name === 'minutes'
                    ? Number(event.target.value)
                    : event.target.value,
              )
            }
          />
        ),
      )}
    </>
  );
}
