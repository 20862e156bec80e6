/**
 * The doors of the gate: what a route is for, when people of schools come to it. Whether one is open to a school is the
 * schools' house's to say (schools/rules/gate.ts); a route that names none is `ordinary_work`.
 */
export const doors = [
  /** The gate page: who one is, what is missing, the way out. */
  'gate_page',
  /** The portal with all its pages. */
  'sign_in',
  /** An ordinary ticket, and whatever no other door names. */
  'ordinary_work',
  /** A start-up question: a ticket of the category onboarding. */
  'startup_question',
  /** Writing on the school's tickets, and moving them. */
  'act_on_tickets',
  'read_tickets',
  /** What is written for schools; the public pages are open to everybody. */
  'read_knowledge',
  'forum',
  'propose_level2',
  // The emergency door and what is public (process.json, never_gated).
  'privacy_incident',
  'notices',
  'connectivity_check',
  'print_check',
  /** A lead or security contact who cannot get in asks for help. */
  'locked_out',
] as const;
export type Door = (typeof doors)[number];
