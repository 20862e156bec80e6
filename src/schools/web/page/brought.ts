import { createContext, type ComponentType } from 'react';

/** What another house brings to a school's page; the entry says which. */
export const RightsOfSchool = createContext<ComponentType<{ school: number }> | undefined>(undefined);
