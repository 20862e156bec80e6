/** The words of the page from which the desk's ways of working are set. */
export const en = {
  title: 'Settings',
  lead: 'How the desk works: what everybody writes, fills in and ticks off.',
  sections: {
    group: {
      name: 'The group',
      about: 'Its name and that of the system it supports, zone and hours of the desk.',
    },
    set_up: { name: 'Set-up', about: 'What the first run still misses.' },
    tags: { name: 'Tags', about: 'Rename them, merge those that mean the same, see where they are used.' },
    checklists: {
      name: 'Checklists',
      about: 'What is ticked off on tickets of a kind, and what before they are solved.',
    },
    macros: {
      name: 'Macros',
      about: 'Replies and steps that are used often, with what the ticket fills in.',
    },
    teams: {
      name: 'Teams',
      about: 'Who works which kind of ticket together, and what goes to them by itself.',
    },
    absences: {
      name: 'Hours and absences',
      about: 'Who is there when, who stands in, and handing over tickets.',
    },
    hand_back: {
      name: 'Handing back',
      about: 'What a school reads when a ticket is its own: whose it is, and the next step.',
    },
    network: {
      name: 'Addresses for firewalls',
      about: 'The hosts and ports that schools’ firewalls must allow, and from when a change holds.',
    },
    guide: {
      name: 'Connectivity guide',
      about:
        'What schools are asked when they can’t connect, and what is so here: addresses, ports, browsers.',
    },
    how_fast: {
      name: 'How fast we are',
      about: 'Whether everybody may read the desk’s times, without sign-in.',
    },
    sign_on: { name: 'Single sign-on', about: 'How the people of the iGroup sign in through a provider.' },
    fields: { name: 'Fields', about: 'What a ticket asks beside its text, for each category' },
    templates: { name: 'Templates', about: 'What a new ticket may begin with' },
  },
};
export type SettingsWords = typeof en;
