import type { PromisedClock } from '#sla/rules/targets.ts';
import type { Volume } from '../part.ts';

/** What a statement calls its numbers, on the page, on paper and in a file. */

const volumes: Record<Volume, string> = {
  carried: 'Open when it began',
  opened: 'Opened',
  reopened: 'Opened again',
  solved: 'Solved',
  ended: 'Ended otherwise',
  open: 'Open when it ended',
};
const clocks: Record<PromisedClock, string> = { response: 'First answer', resolution: 'Solution' };
const took: Record<PromisedClock, readonly string[]> = {
  response: [
    ...['under 15 min', '15–30 min', '30–60 min', '1–2 h', '2–4 h', '4–8 h'],
    ...['1–2 days', '2–5 days', 'over 5 days'],
  ],
  resolution: ['under 1 h', '1–4 h', '4–8 h', '1–2 days', '2–5 days', '5–10 days', 'over 10 days'],
};

export const en = {
  title: (month: string) => `Statement for ${month}`,
  all: 'All schools',
  preview: 'Preview: the month is not over, and its numbers change.',
  closed: (when: string) => `Closed ${when}. These numbers do not change any more.`,
  as_of: (when: string) => `As of ${when}`,
  by: (hours: string) => `Measured in the desk’s hours: ${hours}, without holidays.`,
  agreement: (versions: string) => `Agreement: version ${versions}.`,
  volumes,
  answered: 'Answered without a ticket',
  answered_rule:
    'What an article answered without a ticket counts a day later, if the same person has asked nothing about it by then.',
  clocks,
  took,
  in_time: 'In time',
  late: 'Late',
  none: '–',
  share_of: (share: string, in_time: number, judged: number) => `${share}: ${in_time} of ${judged}`,
  goal: (share: string) => `agreed: ${share}`,
  median: 'Half within',
  ninth: 'Nine of ten within',
  parts: {
    volumes: 'How many',
    clocks: 'How fast',
    took: { response: 'Time to the first answer', resolution: 'Time to the solution' },
    priority: 'By priority',
    category: 'By category',
    school: 'By school',
    waited: 'On whom it waited',
    breaches: 'Not in time, and why',
    before: 'The months before',
  },
  waited_note: 'From opening to end, each moment of each ticket in the month; the parts add up to the whole.',
  together: 'Together',
  no_breach: 'Everything was in time.',
  month_rule:
    'A promise counts in the month in which it was kept or, where it was not, in which it became late. Its time counts in the month in which it was met.',
  met_late: (spent: string, target: string) => `${spent}, promised within ${target}.`,
  not_met: (spent: string, target: string) => `Not yet after ${spent}, promised within ${target}.`,
  more: (count: number) => `And ${count} more, which are in the CSV file.`,
  page: (page: number, pages: number) => `${page} of ${pages}`,
  heads: {
    part: 'Part',
    name: 'Name',
    value: 'Number',
    tickets: 'Tickets',
    month: 'Month',
    ticket: 'Ticket',
    subject: 'Subject',
    school: 'School',
    clock: 'Promise',
    priority: 'Priority',
    category: 'Category',
    due: 'Promised by',
    met: 'Met',
    spent: 'Seconds used',
    target: 'Seconds promised',
    reason: 'Why',
    share: 'Share in time',
    seconds: 'Seconds',
  },
};
export type StatementWords = typeof en;
