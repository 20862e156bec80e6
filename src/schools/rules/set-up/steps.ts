/** The first run: its steps in their order, what fulfils each, and who may put it off. Pure, and knows no library. */

export const set_up_steps = [
  'names',
  'time',
  'privacy_officer',
  'agents',
  'second_administrator',
  'schools',
  'training',
] as const;
export type SetUpStep = (typeof set_up_steps)[number];

/** What is there, counted from what is kept: no step has a tick of its own. Who has left counts nothing. */
export interface SetUpFacts {
  /** Both names are said. */
  named: boolean;
  /** Somebody has said when the desk works. */
  timed: boolean;
  privacy_officers: number;
  agents: number;
  /** Those who can sign in by password. */
  administrators: number;
  /** Roles that open invitations give, one entry for each invitation that gives it. */
  invited: readonly string[];
  schools: number;
  /** Waves, and trainings that are held. */
  waves: number;
  trainings: number;
  put_off: readonly SetUpStep[];
}

/** `waiting`: somebody is invited and has not come yet; nothing is missing but her. */
export type StepState = 'done' | 'waiting' | 'put_off' | 'missing';

type Whose = 'keepers' | 'administrators';

interface Step {
  done: (facts: SetUpFacts) => boolean;
  /** The role of which somebody invited is as good as there. */
  invited?: string;
  /** Who does it: administrators alone, or coordinators too. */
  by: Whose;
  /** Whether one may say "not now"; what the law or the schools ask for has no such answer. */
  may_wait: boolean;
}

const steps: Record<SetUpStep, Step> = {
  names: { done: ({ named }) => named, by: 'keepers', may_wait: false },
  time: { done: ({ timed }) => timed, by: 'keepers', may_wait: false },
  // S21: PIPA asks that somebody is named.
  privacy_officer: {
    done: ({ privacy_officers }) => privacy_officers > 0,
    invited: 'privacy_officer',
    by: 'administrators',
    may_wait: false,
  },
  agents: { done: ({ agents }) => agents > 0, invited: 'agent', by: 'administrators', may_wait: true },
  // One who alone can administer, and is locked out, locks everybody out.
  second_administrator: {
    done: ({ administrators }) => administrators > 1,
    invited: 'administrator',
    by: 'administrators',
    may_wait: true,
  },
  schools: { done: ({ schools }) => schools > 0, by: 'keepers', may_wait: true },
  training: { done: ({ waves, trainings }) => waves > 0 || trainings > 0, by: 'keepers', may_wait: true },
};

function stateOf(step: SetUpStep, facts: SetUpFacts): StepState {
  const { done, invited } = steps[step];
  if (done(facts)) return 'done';
  if (invited !== undefined && facts.invited.includes(invited)) return 'waiting';
  return facts.put_off.includes(step) ? 'put_off' : 'missing';
}

export interface StepShown {
  step: SetUpStep;
  state: StepState;
  can: {
    /** Do it, or change it afterwards. */
    do: boolean;
    put_off: boolean;
    take_up: boolean;
  };
}

/** Who looks: an administrator, or a coordinator. */
export interface Looking {
  administers: boolean;
}

/** Every step as it stands, and what whoever looks may do with it. */
export const stepsOf = (facts: SetUpFacts, { administers }: Looking): StepShown[] =>
  set_up_steps.map(step => {
    const state = stateOf(step, facts);
    const { by, may_wait } = steps[step];
    const may = by === 'keepers' || administers;
    return {
      step,
      state,
      can: {
        do: may,
        put_off: may && may_wait && state === 'missing',
        take_up: may && state === 'put_off',
      },
    };
  });

/** Whether a step has the answer "not now" at all, for whoever looks. */
export const mayPutOff = (step: SetUpStep, { administers }: Looking): boolean =>
  steps[step].may_wait && (steps[step].by === 'keepers' || administers);

/** What is still missing. */
export const missingOf = (shown: readonly StepShown[]): SetUpStep[] =>
  shown.filter(({ state }) => state === 'missing').map(({ step }) => step);
