/** On what a question was asked. */
export const en = {
  send: 'Also send what you work with:',
  /** Shown before it is sent, letter for letter. */
  page: (path: string) => `page ${path}`,
  sent_with: 'Sent with it',
  browser: 'Browser',
  system: 'System',
  asked_on: 'Asked on',
};
export type EnvironmentWords = typeof en;
