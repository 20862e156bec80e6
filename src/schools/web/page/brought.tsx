import { createContext, use, type ComponentType } from 'react';

interface Brought {
  /** Who there has which rights, for those who keep them. */
  rights?: ComponentType<{ school: number }>;
}

/** What another house brings to a school's page; the entry says which. */
export const OnSchoolPage = createContext<Brought>({});

export function RightsPart({ school }: { school: number }) {
  const brought = use(OnSchoolPage);
  const Part = brought.rights;
  return Part ? <Part school={school} /> : null;
}
