import type { ImportKind } from '#schools/rules/importing/fields.ts';
import type { Counts } from '#schools/rules/importing/import.ts';
import type { Encoding, Separator, Verdict } from '#schools/rules/importing/kinds.ts';

const number = (count: number): string => count.toLocaleString('en-CA');
const things: Record<ImportKind, [one: string, many: string]> = {
  schools: ['school', 'schools'],
  people: ['person', 'people'],
};
const counted = (kind: ImportKind, count: number) => `${number(count)} ${things[kind][count === 1 ? 0 : 1]}`;
const lines = (count: number) => (count === 1 ? '1 line' : `${number(count)} lines`);

/** The words of importing and exporting. */
export const en = {
  title: 'Import and export',
  lead: 'Schools and their people from a CSV file, and into one.',
  schools: '‹ All schools',
  not_yours: 'Coordinators and administrators import and export.',
  failed: 'The imports could not be loaded.',
  again: 'Try again',
  number,
  import: 'Import',
  kind: 'What the file holds',
  kinds: { schools: 'Schools', people: 'People of schools' } as Record<ImportKind, string>,
  kind_hints: {
    schools: 'One line for each school, known by its code.',
    people: 'One line for each person, known by the school’s code and the name, or by an external ID.',
  } as Record<ImportKind, string>,
  file: 'File',
  file_hint: 'CSV, with heads in its first line, in any order; at most 20 MB.',
  choose_first: 'Choose a file first.',
  too_large: 'A file may have at most 20 MB. Split it, and import the parts one after the other.',
  nothing_yet: 'Nothing is changed yet: you see line by line what would be, before it is.',
  go_on: 'Go on',
  sending: 'Sending the file …',
  cancel: 'Put it aside',
  cancelled: (name: string) => `The import of ${name} is put aside. Nothing was changed.`,
  file_of: (name: string, who: string) => `${name}, given by ${who}`,
  encoding: 'Letters are in',
  encoding_hint: 'Is é wrong? Choose the other.',
  encodings: { 'utf-8': 'UTF-8', 'windows-1252': 'Windows-1252 (older Excel)' } as Record<Encoding, string>,
  separator: 'Columns are parted by',
  separators: { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' } as Record<Separator, string>,
  columns_lead: (needed: readonly string[]) =>
    `Say what stands in each column. Needed: ${needed.join(', ')}. An empty cell leaves what is kept as it is.`,
  no_head: (at: number) => `Column ${at}, without a head`,
  empty_column: 'Nothing in the first lines',
  left_out: 'Leave it out',
  look: 'Look at the lines',
  reading: (done: number, total: number | null) =>
    total === null ? 'Counting the lines …' : `Looking at the lines: ${number(done)} of ${number(total)}`,
  writing: (count: number) => `Writing ${number(count)}, all at once …`,
  progress: 'Progress of the import',
  leave_it: 'You can leave this page and come back.',
  foreseen: (kind: ImportKind, all: Counts) =>
    all.new + all.changed > 0
      ? `${counted(kind, all.new)} new, ${number(all.changed)} changed, ${number(all.same)} as they were, ${number(all.refused)} refused.`
      : all.refused > 0
        ? `Nothing to do: ${counted(kind, all.same)} as they were, ${number(all.refused)} refused.`
        : `All ${number(all.same)} are as they were. There is nothing to do.`,
  at_once: 'It is done all at once or not at all. There is no undo: look at what changes first.',
  refused_stay_out: (count: number) =>
    `What is refused stays out (${lines(count)}). Download it, mend it, and import it afterwards.`,
  do_it: (kind: ImportKind, count: number) => `Import ${counted(kind, count)}`,
  back_to_columns: 'Back to the columns',
  was_done: (name: string, kind: ImportKind, all: Counts) =>
    `${name} is imported: ${counted(kind, all.new)} new, ${number(all.changed)} changed, ${number(all.same)} as they were.`,
  were_refused: (count: number) => `Refused: ${lines(count)}.`,
  its_lines: 'Its lines',
  filter: 'Lines by what becomes of them',
  filters: {
    all: 'All',
    new: 'New',
    changed: 'Changed',
    same: 'As it was',
    refused: 'Refused',
  } as Record<Verdict | 'all', string>,
  verdicts: { new: 'new', changed: 'changed', same: 'as it was', refused: 'refused' } as Record<
    Verdict,
    string
  >,
  download_refused: 'Download the refused lines',
  no_lines: 'No line is so.',
  line: 'Line',
  verdict: 'Becomes',
  about: { schools: 'School', people: 'Person' } as Record<ImportKind, string>,
  what: 'What changes, or why not',
  nothing: 'nothing',
  fields: {
    name: 'Name',
    town: 'Town',
    zone: 'Time zone',
    kind: 'Kind',
    grades: 'Grades',
    wave: 'Wave',
    network: 'Network (provider · proxy · firewall)',
    enrolments: 'Enrolment',
    external_id: 'External ID',
    roles: 'Roles',
    email: 'Work e-mail',
    phone: 'Work telephone',
    left: 'Has left',
  } as Partial<Record<string, string>>,
  more: 'Show more lines',
  export: 'Export',
  export_lead:
    'A CSV file that an import takes back. Change it in a spreadsheet, and import what you changed.',
  export_what: { schools: 'Download all schools', people: 'Download all people' } as Record<
    ImportKind,
    string
  >,
};

export type ImportWords = typeof en;
