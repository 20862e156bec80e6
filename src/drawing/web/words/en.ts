import { plural } from '#ui/words/plural.ts';

const boxes = plural('en');

/** The words of the page of a chart. */
export const en = {
  in: 'To the help desk',
  process: 'How a ticket is resolved',
  documents: {
    process: 'How a ticket is resolved, as a chart',
    connectivity: 'What to check when you can’t connect, as a chart',
  },
  pdf: (title: string) => `PDF: ${title}`,
  find: 'Find a word in the chart',
  found: (count: number) =>
    count === 0
      ? 'No box has this word.'
      : `${count} ${boxes(count, { one: 'box has it', other: 'boxes have it' })}`,
  nearer: 'Larger',
  farther: 'Smaller',
  whole: 'From the beginning',
  print: 'Print',
  letter: 'PDF, letter',
  a4: 'PDF, A4',
  svg: 'Picture (SVG)',
  chart: (title: string) => `Chart: ${title}`,
  keys: 'Press + and − for larger and smaller, 0 for the beginning, the arrows to move. Tab goes to a box; from there ↓ and → follow its arrows, ↑ and ← go back.',
  here: 'Your ticket is here',
  comes_from: 'Comes from',
  leads_to: 'Leads to',
  nothing_before: 'This is where it begins.',
  nothing_after: 'This is where it ends.',
  as_list: 'The chart as a list, in reading order',
  go_to: (number: number) => `go to ${number}`,
  chosen: 'The box that is chosen',
};
export type ChartWords = typeof en;
