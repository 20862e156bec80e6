/** The life of a request for rights: one table, which the server obeys and the buttons come from. Knows no library. */

export const actions = ['add', 'change', 'remove'] as const;
export type Action = (typeof actions)[number];

/**
 * `ending`: the software asks whether a right that ends soon is kept. `prepared`: a keeper has checked it, and a second
 * one decides. `approved`: it is to be carried out in the student information system.
 */
export const states = ['ending', 'asked', 'prepared', 'approved', 'done', 'refused', 'withdrawn'] as const;
export type State = (typeof states)[number];

/** Who acts on a request now, as its ticket says it in lists; null once it is over. */
export const waitsFor = (state: State): 'school' | 'decision' | 'doing' | null =>
  (
    ({
      ending: 'school',
      asked: 'decision',
      prepared: 'decision',
      approved: 'doing',
      done: null,
      refused: null,
      withdrawn: null,
    }) as const
  )[state];

/** What is still to be decided or done: over it, its ticket is not solved. */
export const isUnderWay = (state: State): boolean => waitsFor(state) !== null;

/** `asker`: who asks for the school, and who wrote it down for one of them. */
type By = 'keeper' | 'second_keeper' | 'school' | 'asker' | 'software';

interface Step {
  deed: string;
  from: State;
  to: State;
  by: By;
  /** Only where the right touches more than one school, or only where it does not. */
  touches_more?: boolean;
  /** Only what a person has asked for, or only what the software found over. */
  asked?: boolean;
}

// prettier-ignore
export const steps = [
  { deed: 'prepare', from: 'asked', to: 'prepared', by: 'keeper', touches_more: true },
  { deed: 'approve', from: 'asked', to: 'approved', by: 'keeper', touches_more: false },
  { deed: 'approve', from: 'prepared', to: 'approved', by: 'second_keeper' },
  { deed: 'refuse', from: 'asked', to: 'refused', by: 'keeper' },
  { deed: 'refuse', from: 'prepared', to: 'refused', by: 'keeper' },
  // Nobody has decided: it is said anew, and what a keeper had checked of it is to be checked again.
  { deed: 'edit', from: 'asked', to: 'asked', by: 'asker' },
  { deed: 'edit', from: 'prepared', to: 'asked', by: 'asker' },
  { deed: 'done', from: 'approved', to: 'done', by: 'keeper' },
  { deed: 'withdraw', from: 'asked', to: 'withdrawn', by: 'school', asked: true },
  { deed: 'withdraw', from: 'prepared', to: 'withdrawn', by: 'school', asked: true },
  { deed: 'withdraw', from: 'approved', to: 'withdrawn', by: 'school', asked: true },
  // The answers to "keep or let go?". What is let go needs nobody's consent: its end was agreed when it was given.
  { deed: 'keep', from: 'ending', to: 'asked', by: 'school' },
  { deed: 'let_go', from: 'ending', to: 'approved', by: 'school' },
  { deed: 'run_out', from: 'ending', to: 'approved', by: 'software' },
] as const satisfies readonly Step[];

export type Deed = (typeof steps)[number]['deed'];
export const deeds = [...new Set(steps.map(({ deed }) => deed))];

/** The step that a deed makes from where a request is; undefined where its life has none. */
export const stepOf = (
  deed: Deed,
  { state, touches_more, asked }: { state: State; touches_more: boolean; asked: boolean },
): Step | undefined =>
  (steps as readonly Step[]).find(
    step =>
      step.deed === deed &&
      step.from === state &&
      (step.touches_more ?? touches_more) === touches_more &&
      (step.asked ?? asked) === asked,
  );
