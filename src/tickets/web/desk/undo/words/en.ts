/** The words of what waits to leave, of what stops it, and of taking back. */
export const en = {
  undo: 'Undo',
  undone: 'Taken back.',
  waiting: (name: string) => `${name} sends this`,
  leaves_in: (seconds: number) => (seconds > 0 ? `leaves in ${seconds} s` : 'leaves now'),
  not_seen_yet: 'the school does not see it yet',
  then: (move: string) => `then: ${move}`,
  files: (count: number) => (count === 1 ? '1 file' : `${count} files`),
  stopped: (name: string) => `Not sent: message by ${name}`,
  back: 'Back to the box',
  again: 'Send it again',
  on_its_way: 'On its way again.',
  first: {
    unseen: 'Something new was written meanwhile: it is shown above. Read it, then send.',
    audience: (names: string) => `Now ${names} would read this. Send it to them?`,
  },
  accept_audience: 'Yes, to them',
};

export type UndoWords = typeof en;
