import { createContext, use, type ComponentType } from 'react';

/** What other houses show on a school's page at the desk; the entry says which, a line for each. */
export const BesideSchool = createContext<readonly ComponentType<{ school: number }>[]>([]);

export function PartsOfSchool({ school }: { school: number }) {
  return use(BesideSchool).map((Part, at) => <Part key={at} school={school} />);
}
