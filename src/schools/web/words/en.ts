import type { SchoolRole } from '#accounts/rules/who.ts';

/** The words of the schools' pages. */
export const en = {
  roles: {
    lead: 'lead',
    security_contact: 'security contact',
    technical_contact: 'technical contact',
    member: 'member',
  } satisfies Record<SchoolRole, string> as Record<SchoolRole, string>,
  adding: {
    title: 'New school',
    name: 'Name',
    code: 'Code',
    code_hint: '2 to 20 letters, digits or hyphens; it stays.',
    town: 'Town',
    zone: 'Time zone',
    add: (name: string) => (name ? `Add ${name}` : 'Add the school'),
    cancel: 'Cancel',
    added: (name: string) => `${name} is entered.`,
  },
  school: {
    all: 'All schools',
    missing: 'There is no such school, or you may not see it.',
    people: 'People',
    people_lead: 'Each act is recorded with the person who did it.',
    no_people: 'Nobody is named here yet. Add the lead first.',
    add_person: 'Add a person',
    add_this: (name: string) => (name ? `Add ${name}` : 'Add'),
    name: 'Name',
    roles: 'Roles',
    change: 'Change',
    change_person: (name: string) => `Change ${name}`,
    save: 'Save',
    cancel: 'Cancel',
    saved: 'Saved.',
    leave: 'Has left',
    come_back: 'Is back',
    left: 'left',
    left_people: 'Who has left',
    left_now: (name: string) => `${name} can no longer sign in for the school.`,
    back_now: (name: string) => `${name} can sign in for the school again.`,
    added: (name: string) => `${name} is named at the school.`,
    email: 'Work e-mail',
    phone: 'Work telephone',
    backup: 'back-up',
    is_backup: 'As technical contact she is the back-up',
    hand_over: 'Hand over security contact',
    hand_over_title: 'Another security contact',
    hand_over_hint: 'For when the person who has the role is gone. A school hands it over itself otherwise.',
    hand_over_to: 'To whom?',
    hand_over_reason: 'Why the desk does it',
    hand_over_reason_hint: 'Stands in the school’s history; the school sees it.',
    hand_over_deed: 'Hand over the role',
    handed_over: (name: string) => `${name} is the security contact now.`,
    handover_waits: (from: string, to: string, until: string) =>
      `${from} proposes ${to} as security contact. Open until ${until}.`,
    review_waits: (answered: number, of: number, until: string) =>
      `Access review: ${answered} of ${of} confirmed, until ${until}.`,
  },
};

export type SchoolWords = typeof en;
