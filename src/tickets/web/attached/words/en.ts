/** Asked when a text speaks of a file that is not there. */
export const en = {
  none: 'You wrote about an attachment, but there is none. Add it, or',
  send_anyway: 'Send anyway',
};
export type AttachedWords = typeof en;
