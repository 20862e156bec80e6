/** Who of the iGroup hears of a request in the bell. Who asked from a school reads it on her ticket. */

interface Happened {
  kind: string;
  by: number | null;
  asked_by: number;
  coordinators: readonly number[];
}

interface Concern {
  person: number;
  kind: 'configuration_waits' | 'configuration_decided';
}

/** The events of tickets that the bell asks about. */
export const heard_kinds = [
  'opened',
  'opened_for',
  'configuration_approved',
  'configuration_refused',
] as const;

/** A new request waits for the coordinators; a decision is told to who asked. Nobody hears of her own deeds. */
export function concernsOf({ kind, by, asked_by, coordinators }: Happened): Concern[] {
  const told = kind.startsWith('opened')
    ? coordinators.map(person => ({ person, kind: 'configuration_waits' as const }))
    : [{ person: asked_by, kind: 'configuration_decided' as const }];
  return told.filter(({ person }) => person !== by);
}
