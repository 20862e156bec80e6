/** The words of work on many tickets at once. */
const tickets = (count: number) => (count === 1 ? '1 ticket' : `${count.toLocaleString('en-CA')} tickets`);

export const en = {
  tickets,
  bar: 'What to do with the selected tickets',
  selected: (count: number) => `${count.toLocaleString('en-CA')} selected`,
  none_yet: 'Tap the tickets that you mean.',
  all: (count: number) => `All ${count.toLocaleString('en-CA')} of this list`,
  outside: (count: number): string =>
    count === 1
      ? '1 of them is no longer in this list'
      : `${count.toLocaleString('en-CA')} of them are no longer in this list`,
  clear: 'Clear the selection',
  cancel: 'Cancel',
  palette: (name: string) => `${name} (selected tickets)`,

  /** What each kind of step is called on its button. */
  kinds: {
    assign: 'Give to…',
    change: 'Change…',
    field: 'Field…',
    tag: 'Tags',
    move: 'Move…',
    reply: 'Reply',
    note: 'Note',
    follow: 'Follow',
    snooze: 'Snooze',
  },
  give: { who: 'Who gets them', me: 'Me', nobody: 'Nobody', pick: 'Choose…' },
  as_it_is: 'Leave as it is',
  move: { which: 'Which move', pick: 'Choose…', some: (count: number, name: string) => `${name} (${count})` },
  reply: 'The reply to each school',
  files_pending: 'A file is still on its way.',
  reply_hint: 'Each school sees it on its own ticket, and nothing of the others.',
  note: 'The note on each ticket',
  note_hint: 'Only the iGroup sees it.',
  needed: 'Something is still needed.',

  /** What would come of it. */
  will: (count: number): string => `${count.toLocaleString('en-CA')} will change`,
  already: (count: number): string =>
    `${count.toLocaleString('en-CA')} ${count === 1 ? 'is' : 'are'} so already`,
  cannot: (count: number): string => `${count.toLocaleString('en-CA')} cannot`,
  lines: 'Ticket by ticket',
  more: (count: number) => `and ${tickets(count)} more`,
  set_to: (field: string, to: string) => `${field}: ${to}`,
  from_to: (field: string, from: string, to: string) => `${field}: ${from} → ${to}`,
  unchanged: 'so already',
  go: (count: number) => `Do it for ${tickets(count)}`,
  send: (count: number) => `Send it on ${tickets(count)}`,
  nothing: 'Nothing would change.',

  began: (what: string, count: number) => `${what}: ${tickets(count)}`,
  undo: 'Undo',

  /** How far it is. */
  line: 'Work on many tickets',
  waits: (seconds: number) => `leaves in ${seconds} s`,
  works: (done: number, of: number) => `${done.toLocaleString('en-CA')} of ${of.toLocaleString('en-CA')}`,
  undoes: (left: number) => `undoing, ${left.toLocaleString('en-CA')} left`,
  stop: 'Stop',
  show: 'Show',
  close: 'Close',
  outcomes: {
    done: (count: number): string => `${count.toLocaleString('en-CA')} done`,
    already: (count: number): string => `${count.toLocaleString('en-CA')} so already`,
    refused: (count: number): string => `${count.toLocaleString('en-CA')} could not`,
    not_done: (count: number): string => `${count.toLocaleString('en-CA')} not done`,
    undone: (count: number): string => `${count.toLocaleString('en-CA')} undone`,
    kept: (count: number): string => `${count.toLocaleString('en-CA')} could not be undone`,
  },

  sheet: {
    title: 'Work on many tickets',
    none: 'Nothing yet. Select tickets in the list with x, then say what to do with them.',
    failed: 'Those that could not',
    again: 'Try these again',
    select: 'Select these',
    loading: 'Loading',
  },
};
export type BulkWords = typeof en;
