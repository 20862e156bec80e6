import type { BoxKind } from '#drawing/rules/chart.ts';
import type { State } from '../lifecycle.ts';

/**
 * How a ticket is resolved, as people and the software go through it (process.json, nodes and edges; a test holds the two
 * equal). Its words are in `words/`. Each change of a ticket's state on the way is a move of the life cycle: a test.
 */

export const lane_ids = ['school', 'software', 'desk', 'level2'] as const;
export type LaneId = (typeof lane_ids)[number];

interface Node {
  kind: BoxKind;
  lane: LaneId;
  /** The state that a ticket has from here on. */
  state?: State;
  /** To which nodes it leads, with the key of the answer's words where there is a choice. */
  ways: readonly (readonly [to: string, answer?: string])[];
}

// prettier-ignore
export const nodes = {
  P01: { kind: 'start', lane: 'school', ways: [['P02']] },
  P02: { kind: 'question', lane: 'software', ways: [['P03', 'yes'], ['P04', 'no']] },
  P03: { kind: 'step', lane: 'school', ways: [['P51']] },
  P51: { kind: 'step', lane: 'desk', ways: [['P49', 'incident_closed']] },
  P04: { kind: 'question', lane: 'software', ways: [['P05', 'no'], ['P06', 'yes']] },
  P05: { kind: 'end', lane: 'school', ways: [] },
  P06: { kind: 'question', lane: 'software', ways: [['P07', 'no_account'], ['P08', 'yes']] },
  P07: { kind: 'step', lane: 'desk', state: 'new', ways: [['P22']] },
  P08: { kind: 'step', lane: 'school', ways: [['P09']] },
  P09: { kind: 'step', lane: 'school', ways: [['P10']] },
  P10: { kind: 'question', lane: 'school', ways: [['P11', 'yes'], ['P12', 'no']] },
  P11: { kind: 'step', lane: 'software', ways: [['P53']] },
  P53: { kind: 'end', lane: 'school', ways: [] },
  P12: { kind: 'question', lane: 'school', ways: [['P13', 'yes'], ['P14', 'no']] },
  P13: { kind: 'end', lane: 'school', ways: [] },
  P14: { kind: 'question', lane: 'school', ways: [['P15', 'yes'], ['P18', 'no']] },
  P15: { kind: 'step', lane: 'school', ways: [['P16']] },
  P16: { kind: 'question', lane: 'software', ways: [['P13', 'solved'], ['P17', 'theirs'], ['P11', 'known'], ['P18', 'allowed']] },
  P17: { kind: 'end', lane: 'school', ways: [] },
  P18: { kind: 'step', lane: 'school', ways: [['P19']] },
  P19: { kind: 'question', lane: 'software', ways: [['P20', 'yes'], ['P21', 'masked']] },
  P20: { kind: 'step', lane: 'school', ways: [['P19', 'check_again']] },
  P21: { kind: 'step', lane: 'software', state: 'new', ways: [['P22']] },
  P22: { kind: 'step', lane: 'desk', state: 'new', ways: [['P23']] },
  P23: { kind: 'question', lane: 'desk', ways: [['P24', 'yes'], ['P25', 'no']] },
  P24: { kind: 'step', lane: 'desk', state: 'cancelled', ways: [['P52']] },
  P52: { kind: 'end', lane: 'desk', ways: [] },
  P25: { kind: 'question', lane: 'desk', ways: [['P26', 'yes'], ['P27', 'no']] },
  P26: { kind: 'step', lane: 'desk', ways: [['P27']] },
  P27: { kind: 'question', lane: 'desk', ways: [['P28', 'of_school'], ['P31', 'of_igroup'], ['P31', 'of_level2']] },
  P28: { kind: 'question', lane: 'desk', ways: [['P29', 'no'], ['P30', 'yes']] },
  P29: { kind: 'step', lane: 'desk', state: 'resolved', ways: [['P44']] },
  P30: { kind: 'step', lane: 'desk', state: 'in_progress', ways: [['P31']] },
  P31: { kind: 'step', lane: 'desk', state: 'in_progress', ways: [['P32'], ['P54', 'clocks']] },
  P54: { kind: 'step', lane: 'desk', ways: [['P32', 'watch']] },
  P32: { kind: 'question', lane: 'desk', ways: [['P33', 'yes'], ['P35', 'no']] },
  P33: { kind: 'step', lane: 'desk', state: 'waiting_school', ways: [['P34']] },
  P34: { kind: 'wait', lane: 'software', state: 'waiting_school', ways: [['P32', 'answered'], ['P49', 'silent_10']] },
  P35: { kind: 'question', lane: 'desk', ways: [['P36', 'yes'], ['P37', 'no']] },
  P36: { kind: 'question', lane: 'school', ways: [['P37', 'approved'], ['P43', 'refused']] },
  P37: { kind: 'step', lane: 'desk', state: 'in_progress', ways: [['P38']] },
  P38: { kind: 'question', lane: 'desk', ways: [['P43', 'yes'], ['P39', 'no']] },
  P39: { kind: 'question', lane: 'level2', ways: [['P32', 'not_ready'], ['P40', 'ready']] },
  P40: { kind: 'step', lane: 'level2', state: 'waiting_l2', ways: [['P41']] },
  P41: { kind: 'wait', lane: 'software', state: 'waiting_l2', ways: [['P42', 'update']] },
  P42: { kind: 'question', lane: 'level2', ways: [['P32', 'needs_school'], ['P37', 'to_try'], ['P43', 'fixed'], ['P41', 'still_working']] },
  P43: { kind: 'step', lane: 'desk', state: 'resolved', ways: [['P44']] },
  P44: { kind: 'question', lane: 'school', ways: [['P47', 'yes'], ['P46', 'no'], ['P45', 'no_answer']] },
  P45: { kind: 'wait', lane: 'software', state: 'resolved', ways: [['P47', 'silent_5'], ['P46', 'not_solved']] },
  P46: { kind: 'step', lane: 'software', state: 'in_progress', ways: [['P37']] },
  P47: { kind: 'question', lane: 'desk', ways: [['P48', 'yes'], ['P49', 'no']] },
  P48: { kind: 'step', lane: 'desk', ways: [['P49']] },
  P49: { kind: 'step', lane: 'software', state: 'closed', ways: [['P50']] },
  P50: { kind: 'end', lane: 'software', ways: [['P46', 'reopened']] },
} as const satisfies Record<string, Node>;

export type NodeId = keyof typeof nodes;
export type AnswerKey = (typeof nodes)[NodeId]['ways'][number] extends infer Way
  ? Way extends readonly [string, infer Key extends string]
    ? Key
    : never
  : never;

/** The nodes in their order, without the narrow types of the table. */
export const flow: readonly (Node & { id: NodeId })[] = (Object.keys(nodes) as NodeId[]).map(id => ({
  id,
  ...nodes[id],
}));
