import type { Lang } from '#platform/schemas.ts';

/** The schools that a setting touches: as it is said, and kept. Which schools it meant is fixed on the day of approval. */
export const scopes = ['own', 'some', 'waves', 'all'] as const;
export type Scope = (typeof scopes)[number];

/** What a school can say of it, which knows of no others: its own alone, or more than itself. */
export const reaches = ['own', 'more'] as const;
export type Reach = (typeof reaches)[number];

/** What stands before it is settled: a school's question for itself alone is clear, any other is not yet. */
export const scopeAsked = (reach: Reach): Scope | null => (reach === 'own' ? 'own' : null);

/**
 * The schools in words that every school may read: neither how many nor which. `own` is for the school itself, to
 * which nobody else's is ever told.
 */
export const scope_words: Record<Lang, Record<Scope | 'more', string>> = {
  en: {
    own: 'one school',
    some: 'some schools',
    waves: 'the schools of a wave',
    all: 'all schools',
    more: 'more than one school',
  },
  fr: {
    own: 'une école',
    some: 'quelques écoles',
    waves: 'les écoles d’une vague',
    all: 'toutes les écoles',
    more: 'plus d’une école',
  },
};

/** Whom a line of the log concerns, said to a school that it concerns. */
export const concern_words: Record<Lang, Record<Scope, string>> = {
  en: {
    own: 'Your school',
    some: 'Your school and others',
    waves: 'Your school and others',
    all: 'All schools',
  },
  fr: {
    own: 'Votre école',
    some: 'Votre école et d’autres',
    waves: 'Votre école et d’autres',
    all: 'Toutes les écoles',
  },
};

/** By whom it concerns a school narrows the log: itself alone, itself and others, all. It is told no more of the others. */
export const concern_scopes = {
  own: ['own'],
  others: ['some', 'waves'],
  all: ['all'],
} as const satisfies Record<string, readonly Scope[]>;
export type Concerns = keyof typeof concern_scopes;
export const concern_ids = Object.keys(concern_scopes) as [Concerns, ...Concerns[]];

interface Recorded {
  scope: Scope;
  /** The schools that it meant on the day of approval. */
  schools: readonly number[];
}

/**
 * Which schools read a line of the log: those that it meant on the day of approval, whatever wave they are in since. A
 * school that joins later reads what concerns all, because the system that it gets is so (the row policy says the same).
 */
export const concerns = ({ scope, schools }: Recorded, school: number): boolean =>
  scope === 'all' || schools.includes(school);
