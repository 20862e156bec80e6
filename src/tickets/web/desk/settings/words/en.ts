/** The words of the page from which the desk's ways of working are set. */
export const en = {
  title: 'Settings',
  lead: 'How the desk works: what everybody writes, fills in and ticks off.',
  sections: {} as Record<string, { name: string; about: string }>,
};
export type SettingsWords = typeof en;
