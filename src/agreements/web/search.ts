import type { SigningState } from '../rules/signing.ts';

/**
 * What the address of a version's page narrows: who has signed, which school, and what it is compared with. The server
 * refuses with a sentence what is none of these, so that the desk's first screen carries no check of it.
 */
export interface AgreementSearch {
  state?: SigningState | undefined;
  q?: string | undefined;
  against?: number | undefined;
}
