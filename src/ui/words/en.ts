/** The words of the parts themselves. */
export const en = {
  password: { show: 'Show', hide: 'Hide' },
  loading: 'Loading',
  close: 'Close',
  remove: (name: string) => `Remove ${name}`,
  required_errors: 'Please correct:',
  optional: 'optional',
  try_again: 'Try again',
  no_connection: 'The server can’t be reached. What you wrote is kept on your screen; please try again.',
  unexpected: 'The server gave an answer that this page doesn’t understand. Please reload the page.',
  build: { newer: 'Firstline has a new version.', load: 'Load it' },
  files: {
    add: 'Add files',
    drop: 'or drop or paste them here',
    progress: (name: string, percent: number) => `${name}: ${percent} % sent`,
    failed: 'Not sent.',
    waiting: 'Waiting for the line',
    too_large: (limit: string) => `Too large: at most ${limit} for each file.`,
    too_many: (limit: number) => `At most ${limit} files at once.`,
    units: { kilo: 'KB', mega: 'MB' },
  },
  drafts: {
    kept: 'Kept',
    only_here: 'Kept on this computer, the line is down',
    other: (when: string) => `Another text was kept on another device, ${when}.`,
    take_other: 'Use it',
    keep_mine: 'Keep mine',
    aside: 'The text that you had here is set aside.',
    take_aside: 'Bring it back',
    drop_aside: 'Drop it',
  },
  writing: {
    format: 'Format the text',
    bold: 'Bold',
    italic: 'Italic',
    list: 'List',
    numbers: 'Numbered list',
    quote: 'Quote',
    link: 'Link',
    code: 'Code',
    preview: 'Preview',
    nothing: 'Nothing is written yet.',
    no_preview: 'The preview can’t be made now. Your text is kept.',
    names_offered: (count: number) =>
      count === 1
        ? '1 person, Enter puts the name in'
        : `${count} people, arrows choose, Enter puts the name in`,
  },
  theme: { label: 'Colours', system: 'As the system', light: 'Light', dark: 'Dark' },
};
export type UiWords = typeof en;
