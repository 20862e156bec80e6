/** The words around a ticket's clocks; what they say comes from the server. */
export const en = {
  title: 'Promise',
  why: 'Why',
  why_of: (name: string) => `Why: ${name}`,
  waited: 'On whom it has waited',
  failed: 'The times could not be loaded.',
  again: 'Try again',
  by_agreement: (version: number) => `By version ${version} of the agreement`,
  goes_on: 'goes on',
  recounting: 'Promised times are being counted anew',
  recounted: (done: number, total: number) => `${done} of ${total} tickets`,
};
export type ClockWords = typeof en;
