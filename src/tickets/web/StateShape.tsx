import { Shape, type ShapeName } from '#ui/ui.ts';
import type { State } from '../rules/lifecycle.ts';

/** Whose turn, before any colour: filled is the desk's, hollow another's. */
const shapes: Record<State, ShapeName> = {
  new: 'ring_dot',
  in_progress: 'disc',
  scheduled: 'disc',
  waiting_school: 'ring',
  waiting_l2: 'diamond',
  resolved: 'tick',
  closed: 'tick',
  cancelled: 'cross',
};

export function StateShape({ state, ...rest }: { state: State; label?: string; size?: number }) {
  return <Shape name={shapes[state]} {...rest} />;
}
