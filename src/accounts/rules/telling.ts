import type { Words } from '#platform/schemas.ts';

/** What the sentences of every house's story share. */

/** Who did what no person did. */
export const software: Words = { en: 'The software', fr: 'Le logiciel' };
/** Whom a line is about who is not known any more. */
export const somebody: Words = { en: 'somebody', fr: 'quelqu’un' };

/**
 * A sentence with what its braces name: "added {person}". What comes in does so by a function, since it may hold what
 * `replace` takes for a pattern.
 */
export const filled = (sentence: string, named: (name: string) => string): string =>
  sentence.replace(/\{(\w+)\}/g, (_, name: string) => named(name));
