/** The words of the parts themselves. */
export const en = {
  loading: 'Loading',
  close: 'Close',
  remove: (name: string) => `Remove ${name}`,
  required_errors: 'Please correct:',
  optional: 'optional',
  try_again: 'Try again',
  no_connection: 'The server can’t be reached. What you wrote is kept on your screen; please try again.',
  unexpected: 'The server gave an answer that this page doesn’t understand. Please reload the page.',
  files: {
    add: 'Add files',
    drop: 'or drop or paste them here',
    progress: (name: string, percent: number) => `${name}: ${percent} % sent`,
    failed: 'Not sent.',
    too_large: (limit: string) => `Too large: at most ${limit} for each file.`,
    too_many: (limit: number) => `At most ${limit} files at once.`,
    units: { kilo: 'KB', mega: 'MB' },
  },
  theme: { label: 'Colours', system: 'As the system', light: 'Light', dark: 'Dark' },
};
export type UiWords = typeof en;
