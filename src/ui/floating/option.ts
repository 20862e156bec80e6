import type { ReactNode } from 'react';

/** One line of a list to choose from. */
export interface Option {
  id: string;
  name: string;
  /** What stands before the name: a face, a shape. */
  mark?: ReactNode;
  hint?: string | undefined;
}
