import { transitions, type Move, type State } from '../lifecycle.ts';
import { flow, type NodeId } from './flow.ts';

/** Which changes of a ticket's state the chart draws, read off its ways; and which moves are left for "at any time". */

export interface Change {
  /** null: there is no ticket yet. */
  from: State | null;
  to: State;
  /** The box that is reached in the new state. */
  at: NodeId;
}

/** Walks every way with every state that a ticket can have on it. */
export function drawnChanges(): Change[] {
  const boxes = new Map(flow.map(node => [node.id, node]));
  const seen = new Set<string>();
  const changes = new Map<string, Change>();
  const walk = (id: NodeId, before: State | null): void => {
    const { state, ways } = boxes.get(id)!;
    const now = state ?? before;
    if (now !== null && now !== before)
      changes.set(`${before} ${now} ${id}`, { from: before, to: now, at: id });
    if (seen.has(`${id} ${now}`)) return;
    seen.add(`${id} ${now}`);
    for (const [to] of ways) walk(to as NodeId, now);
  };
  walk('P01', null);
  return [...changes.values()];
}

/** The moves that no way of the chart draws: from which states to which, by move, in the order of the table. */
export function movesAtAnyTime(): { move: Move; from: State[]; to: State }[] {
  const drawn = drawnChanges();
  const rest = transitions.filter(
    row => !drawn.some(({ from, to }) => from === row.from && to === row.to) || 'while' in row,
  );
  const found: { move: Move; from: State[]; to: State }[] = [];
  for (const { move, from, to } of rest) {
    const same = found.find(each => each.move === move && each.to === to);
    if (same) same.from.push(from);
    else found.push({ move, from: [from], to });
  }
  return found;
}
