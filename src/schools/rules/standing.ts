/**
 * Where a school stands: two facts open its doors, in either order, and a third shuts them (S11, S23). Derived from
 * what is recorded, never set.
 */

/** Since when each is so, as days of the school's own zone; null is not yet. */
export interface Since {
  trained_from: string | null;
  stage1_from: string | null;
  suspended_from: string | null;
}

export interface Standing {
  /** Somebody who is still there has completed the first week of training. */
  trained: boolean;
  /** It has entered Stage 1. */
  stage1: boolean;
  suspended: boolean;
}

/** How a school stands on a day of its own zone (YYYY-MM-DD). What is planned for later is not yet so. */
export function standingOn(today: string, { trained_from, stage1_from, suspended_from }: Since): Standing {
  const since = (day: string | null) => day !== null && day <= today;
  return { trained: since(trained_from), stage1: since(stage1_from), suspended: since(suspended_from) };
}
