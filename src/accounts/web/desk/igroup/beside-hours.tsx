import { createContext, use, type ComponentType } from 'react';
import type { DeskTiming } from '#accounts/rules/igroup/igroup.ts';

type Hours = Pick<DeskTiming, 'zone' | 'week'>;

/** What other houses say of hours that somebody is about to keep; the entry says which, a line for each. */
export const BesideHours = createContext<readonly ComponentType<Hours>[]>([]);

export function PartsOfHours(hours: Hours) {
  return use(BesideHours).map((Part, at) => <Part key={at} {...hours} />);
}
