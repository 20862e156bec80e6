import { signing_states, type SigningState } from '../rules/signing.ts';

/** What the address of a version's page narrows: who has signed, which school, and what it is compared with. */
export interface AgreementSearch {
  state?: SigningState | undefined;
  q?: string | undefined;
  against?: number | undefined;
}

export const readAgreementSearch = (given: Record<string, unknown>): AgreementSearch => {
  const { state, q, against } = given;
  const number = Number(against);
  return {
    ...(signing_states.includes(state as SigningState) && { state: state as SigningState }),
    ...((typeof q === 'string' || typeof q === 'number') && q !== '' && { q: String(q).slice(0, 100) }),
    ...(Number.isSafeInteger(number) && number > 0 && { against: number }),
  };
};
