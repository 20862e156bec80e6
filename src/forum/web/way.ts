import { createContext, use, type ComponentType, type ReactNode } from 'react';

/** How a face leads from page to page: the parts of the forum stand on both. */
export interface Way {
  base: '/forum' | '/desk/forum';
  answers: '/answers' | '/desk/answers';
  tickets: '/tickets' | '/desk/tickets';
  Link: ComponentType<{
    to: string;
    className?: string | undefined;
    lang?: string;
    children: ReactNode;
    'aria-current'?: 'page' | undefined;
  }>;
  /** Who can be named in a text besides those who have written beside it. */
  colleagues: readonly string[];
  go: (to: string, how?: { replace?: boolean }) => void;
}

const Ways = createContext<Way | undefined>(undefined);
export const WayOf = Ways.Provider;
export const useWay = (): Way => use(Ways)!;
