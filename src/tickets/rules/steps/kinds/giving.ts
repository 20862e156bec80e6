import { changing, whyNot, type Foreseeable, type Foreseeing, type Foresight } from '../foreseeable.ts';
import type { StepOf } from '../step.ts';

/** Giving to a person takes a new one; its team stays. */
export function assign(
  ticket: Foreseeable,
  { agent: given }: StepOf<'assign'>,
  { me }: Foreseeing,
): Foresight {
  if (!ticket.can.assign) return { refused: whyNot(ticket) };
  const agent = given === 'me' ? me : given;
  const had = ticket.assignee?.id ?? null;
  if (agent === had) return { changes: [] };
  const takes = agent !== null && ticket.can.moves.some(({ move }) => move === 'take');
  return {
    changes: [
      { field: 'assignee', from: had, to: agent },
      ...(takes ? [{ field: 'state', from: ticket.state, to: 'in_progress' }] : []),
    ],
  };
}

/** Giving to a team gives to nobody in it. */
export function team(ticket: Foreseeable, { team }: StepOf<'team'>): Foresight {
  if (!ticket.can.assign) return { refused: whyNot(ticket) };
  return {
    changes: [
      ...changing('team', ticket.team?.id ?? null, team),
      ...changing('assignee', ticket.assignee?.id ?? null, null),
    ],
  };
}
