/**
 * The life of a ticket: ONE table (process.json, states and transitions; a test holds the two equal).
 * The server's guard, the buttons that are offered, the clocks and the flowchart all read it.
 */

export type Court = 'desk' | 'school' | 'level2';

/** Open states are in exactly one court: whose turn it is. */
export const states = {
  new: { court: 'desk', resolution_clock: 'run' },
  in_progress: { court: 'desk', resolution_clock: 'run' },
  waiting_school: { court: 'school', resolution_clock: 'pause' },
  waiting_l2: { court: 'level2', resolution_clock: 'pause' },
  scheduled: { court: 'desk', resolution_clock: 'pause' },
  resolved: { court: 'school', resolution_clock: 'stopped' },
  closed: { court: null, resolution_clock: 'stopped' },
  cancelled: { court: null, resolution_clock: 'stopped' },
} as const satisfies Record<string, { court: Court | null; resolution_clock: 'run' | 'pause' | 'stopped' }>;

export type State = keyof typeof states;
export const state_ids = Object.keys(states) as [State, ...State[]];
export const courts = ['desk', 'school', 'level2'] as const satisfies Court[];

export const courtOf = (state: State): Court | null => states[state].court;
export const isOpen = (state: State): boolean => courtOf(state) !== null;
export const open_states = state_ids.filter(isOpen);
export const ended_states = state_ids.filter(state => !isOpen(state));
export const statesInCourt = (court: Court): State[] => state_ids.filter(state => courtOf(state) === court);

/** Who makes a move (process.json role_map). A coordinator may make every move of an agent. */
export type Mover = 'requester' | 'agent' | 'coordinator' | 'level2_contact' | 'system';

/** What a move asks for: the names of the fields that come with it. */
export type Requirement =
  | 'question'
  | 'reply'
  | 'pack'
  | 'note'
  | 'resolution_code'
  | 'answer'
  | 'minutes'
  | 'date'
  | 'school_agreed'
  | 'reason';

/** What a move does beside the change of state. */
export type Effect =
  | 'takes'
  | 'answers_school'
  | 'reopens'
  | 'counts_reopen'
  | 'spends_minutes'
  | 'plans'
  | 'leaves_plan'
  | 'hands_over'
  | 'passes';

export interface Transition {
  move: string;
  from: State;
  to: State;
  by: readonly Mover[];
  requires: readonly Requirement[];
  effects: readonly Effect[];
  /** Moves of the software: when time makes them. School days are counted in the school's calendar. */
  after?: { school_days: number } | 'planned_date';
  /** At opening alone, or while the ticket is with the school's own technician: a life beside the desk's (S12). */
  while?: 'opening' | 'passed';
  /** Until when the move is allowed, counted in school days from the end of the ticket. */
  within?: { school_days: number };
}

const desk = ['agent', 'coordinator'] as const;
const anyone = ['requester', 'agent', 'coordinator'] as const;
const level2 = ['level2_contact'] as const;
const solution = ['resolution_code', 'answer', 'minutes'] as const;
const solving = ['answers_school', 'spends_minutes'] as const;

// prettier-ignore
export const transitions = [
  { move: 'take', from: 'new', to: 'in_progress', by: desk, requires: [], effects: ['takes'] },
  { move: 'ask_school', from: 'new', to: 'waiting_school', by: desk, requires: ['question'], effects: ['takes', 'answers_school'] },
  { move: 'escalate', from: 'new', to: 'waiting_l2', by: level2, requires: ['pack'], effects: ['takes', 'hands_over'] },
  { move: 'resolve', from: 'new', to: 'resolved', by: desk, requires: solution, effects: ['takes', ...solving] },
  { move: 'withdraw', from: 'new', to: 'cancelled', by: anyone, requires: ['reason'], effects: [] },
  { move: 'pass', from: 'new', to: 'waiting_school', by: ['requester'], requires: [], effects: ['passes'], while: 'opening' },

  { move: 'ask_school', from: 'in_progress', to: 'waiting_school', by: desk, requires: ['question'], effects: ['answers_school'] },
  { move: 'plan', from: 'in_progress', to: 'scheduled', by: desk, requires: ['date', 'school_agreed'], effects: ['plans'] },
  { move: 'propose_escalation', from: 'in_progress', to: 'in_progress', by: desk, requires: ['pack'], effects: [] },
  { move: 'escalate', from: 'in_progress', to: 'waiting_l2', by: level2, requires: ['pack'], effects: ['hands_over'] },
  { move: 'resolve', from: 'in_progress', to: 'resolved', by: desk, requires: solution, effects: solving },
  { move: 'withdraw', from: 'in_progress', to: 'cancelled', by: anyone, requires: ['reason'], effects: [] },

  { move: 'answer', from: 'waiting_school', to: 'in_progress', by: ['requester', 'system'], requires: ['reply'], effects: [] },
  { move: 'resolve', from: 'waiting_school', to: 'resolved', by: desk, requires: solution, effects: solving },
  { move: 'close_unanswered', from: 'waiting_school', to: 'closed', by: ['system'], requires: [], effects: [], after: { school_days: 10 } },
  { move: 'withdraw', from: 'waiting_school', to: 'cancelled', by: anyone, requires: ['reason'], effects: [] },

  { move: 'send_up', from: 'waiting_school', to: 'new', by: anyone, requires: [], effects: [], while: 'passed' },
  { move: 'solve_at_school', from: 'waiting_school', to: 'closed', by: ['requester'], requires: ['answer'], effects: [], while: 'passed' },

  { move: 'level2_answered', from: 'waiting_l2', to: 'in_progress', by: ['level2_contact', 'system'], requires: ['note'], effects: [] },
  { move: 'ask_school', from: 'waiting_l2', to: 'waiting_school', by: level2, requires: ['question'], effects: ['answers_school'] },
  { move: 'resolve', from: 'waiting_l2', to: 'resolved', by: level2, requires: solution, effects: solving },
  { move: 'withdraw', from: 'waiting_l2', to: 'cancelled', by: level2, requires: ['reason'], effects: [] },

  { move: 'resume', from: 'scheduled', to: 'in_progress', by: ['system', ...desk], requires: [], effects: ['leaves_plan'], after: 'planned_date' },
  { move: 'ask_school', from: 'scheduled', to: 'waiting_school', by: desk, requires: ['question'], effects: ['answers_school', 'leaves_plan'] },
  { move: 'escalate', from: 'scheduled', to: 'waiting_l2', by: level2, requires: ['pack'], effects: ['hands_over', 'leaves_plan'] },
  { move: 'resolve', from: 'scheduled', to: 'resolved', by: desk, requires: solution, effects: [...solving, 'leaves_plan'] },
  { move: 'withdraw', from: 'scheduled', to: 'cancelled', by: anyone, requires: ['reason'], effects: ['leaves_plan'] },

  { move: 'confirm', from: 'resolved', to: 'closed', by: ['requester', 'system'], requires: [], effects: [], after: { school_days: 5 } },
  { move: 'not_solved', from: 'resolved', to: 'in_progress', by: ['requester'], requires: ['reason'], effects: ['reopens', 'counts_reopen'] },

  { move: 'reopen', from: 'closed', to: 'in_progress', by: anyone, requires: ['reason'], effects: ['reopens', 'counts_reopen'], within: { school_days: 20 } },
  { move: 'void', from: 'closed', to: 'cancelled', by: ['coordinator'], requires: ['reason'], effects: [] },
  { move: 'restore', from: 'cancelled', to: 'in_progress', by: desk, requires: ['reason'], effects: ['reopens'] },
] as const satisfies readonly Transition[];

export type Move = (typeof transitions)[number]['move'];
export const moves = [...new Set(transitions.map(row => row.move))] as [Move, ...Move[]];

/** The row of a move from a state, or undefined where the table has none. A pair names one row. */
export const transitionOf = (move: Move, from: State): (Transition & { move: Move }) | undefined =>
  transitions.find(row => row.move === move && row.from === from);

export const transitionsFrom = (from: State): (Transition & { move: Move })[] =>
  transitions.filter(row => row.from === from);

/**
 * What a school's reply does in each state (process.json school_reply_by_state).
 * `thanks`: what it does when the person says that it is only thanks.
 * `follow_up`: the reply cannot stand here; a new ticket that names this one takes it.
 */
export const school_reply: Record<
  State,
  { move?: Move; thanks?: 'message'; otherwise: 'message' | 'follow_up' }
> = {
  new: { otherwise: 'message' },
  in_progress: { otherwise: 'message' },
  waiting_school: { move: 'answer', otherwise: 'message' },
  scheduled: { otherwise: 'message' },
  waiting_l2: { otherwise: 'message' },
  resolved: { move: 'not_solved', thanks: 'message', otherwise: 'message' },
  closed: { move: 'reopen', otherwise: 'follow_up' },
  cancelled: { otherwise: 'follow_up' },
};

/** How a move may be taken back (process.json undo): in seconds and in minutes. */
export const undo = { window_seconds: 10, unless_something_happened_minutes: 30 } as const;

export const resolution_codes = [
  'solved_l1',
  'solved_l2',
  'solved_by_school',
  'advice_school_responsibility',
  'exception_helped',
  'known_problem_fixed',
  'duplicate_merged',
  'withdrawn',
  'no_answer_from_school',
  'not_reproducible',
  'wont_fix_l2',
  'entered_in_error',
] as const;
export type ResolutionCode = (typeof resolution_codes)[number];
