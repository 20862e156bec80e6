import { en as reports } from '#reports/rules/words/en.ts';

const count = (tickets: number) => tickets.toLocaleString('en-CA');

/** The words of exports. */
export const en = {
  title: 'Exports',
  lead: 'Lists as files. Each is yours alone and is kept for a day.',
  new_title: 'Export a list',
  new_lead:
    'All tickets of the list, in its order, as you may see them now. You may leave this page meanwhile.',
  what: (name: string, tickets: number | undefined) =>
    tickets === undefined ? name : `${name}: ${tickets === 1 ? '1 ticket' : `${count(tickets)} tickets`}`,
  list: 'List',
  back: 'Back to the list',
  name: 'Name of the file',
  default_name: 'Tickets',
  columns_label: 'Columns',
  columns: reports.columns,
  format: 'Format',
  formats: {
    csv: 'CSV, for a spreadsheet such as Excel',
    json: 'JSON, for a program: one array, a ticket on each line',
  },
  start: 'Export',
  none: 'No export of the last day.',
  none_hint: 'Open a list of tickets, then choose “Export…” above it.',
  none_do: 'Go to the tickets',
  states: {
    waiting: 'Waits for its turn',
    running: 'Is written',
    ready: 'Ready',
    cancelled: 'Cancelled',
    failed: 'Could not be written. Nothing of it was kept; please export the list again.',
    removed: 'Removed',
  },
  progress: (done: number, total: number) => `${count(done)} of ${count(total)}`,
  holds: (tickets: number, size: string) =>
    `${tickets === 1 ? '1 ticket' : `${count(tickets)} tickets`}, ${size}`,
  asked: 'Asked',
  until: 'kept until',
  download: 'Download',
  download_what: (name: string) => `Download ${name}`,
  cancel: 'Cancel',
  cancel_what: (name: string) => `Cancel ${name}`,
  remove: 'Remove',
  remove_what: (name: string) => `Remove ${name}`,
  cancelled: (name: string) => `The export ${name} is cancelled.`,
  removed: (name: string) => `The export ${name} is removed.`,
  failed: 'The exports could not be loaded.',
  dashboard: '‹ Dashboard',
  again: 'Try again',
};
export type ExportWords = typeof en;
