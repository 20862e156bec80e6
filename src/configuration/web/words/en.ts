/** The words that both faces say of a request and of the log. */
export const en = {
  request: 'Change of configuration',
  was: 'Now',
  becomes: 'Shall be',
  from: 'from',
  to: 'to',
  affected: 'Schools affected',
  as_asked: 'As it was asked',
  wished_for: 'Wished for',
  planned_for: 'Planned for',
  late: 'that day is over',
  risks: 'What could go wrong, who must be told',
  told: 'What the schools concerned read',
  steps: 'What was done',
  asked_by: 'Asked by',
  fresh: 'New',
  taken_back: 'Taken back later',
  dropped: 'Why it does not come',
  request_link: (number: number) => `Ticket ${number}`,
  failed: 'What is asked could not be loaded.',
  again: 'Try again',
};
export type ConfigurationWords = typeof en;
