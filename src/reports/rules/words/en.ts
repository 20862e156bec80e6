import type { ColumnName } from '#tickets/rules/lists/order.ts';

/** What reports call their numbers, on a screen and in a file. */
const columns: Record<ColumnName, string> = {
  number: 'Number',
  state: 'State',
  subject: 'Subject',
  school: 'School',
  requester: 'Asked by',
  assignee: 'Assignee',
  category: 'Category',
  priority: 'Priority',
  due: 'Next deadline',
  team: 'Team',
  tags: 'Tags',
  court: 'Whose turn',
  opened: 'Opened',
  activity: 'Last activity',
  planned: 'Planned for',
  minutes: 'Minutes',
  level2_reference: 'Level 2’s number',
};

export const en = {
  ages: ['0–1 day', '2–3 days', '4–7 days', '8–14 days', '15–30 days', 'over 30 days'] as readonly string[],
  /** In hours of the desk, of which a day has eight. */
  answers: [
    'under 15 min',
    '15–30 min',
    '30–60 min',
    '1–2 h',
    '2–4 h',
    '4–8 h',
    '1–2 days',
    '2–5 days',
    'over 5 days',
  ] as readonly string[],
  nobody: 'Nobody',
  no_area: 'No area named',
  columns,
  /** Beside the instant in UTC: the same as a person reads it. */
  in_words: (column: string) => `${column}, in words`,
  school_code: 'School code',
};
export type ReportWords = typeof en;
