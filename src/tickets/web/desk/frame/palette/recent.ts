import { useEffect } from 'react';

/** The tickets that were open last in this page. Kept in its memory alone: a shared computer remembers no subjects. */
export interface Recent {
  number: number;
  subject: string;
}

const most = 6;
let recent: readonly Recent[] = [];

export const recentTickets = (): readonly Recent[] => recent;

/** This ticket is open. */
export function useRecent({ number, subject }: Recent): void {
  useEffect(() => {
    recent = [{ number, subject }, ...recent.filter(one => one.number !== number)].slice(0, most);
  }, [number, subject]);
}
