import { createContext } from 'react';

/** The place beside the composer's tabs, where a form says who will read it. */
export const TopSlot = createContext<HTMLElement | null>(null);
