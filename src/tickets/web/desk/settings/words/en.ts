/** The words of the page from which the desk's ways of working are set. */
export const en = {
  title: 'Settings',
  lead: 'How the desk works: what everybody writes, fills in and ticks off.',
  sections: {
    tags: { name: 'Tags', about: 'Rename them, merge those that mean the same, see where they are used.' },
  },
};
export type SettingsWords = typeof en;
