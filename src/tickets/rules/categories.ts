/** What a ticket is about (process.json categories), and who usually answers for it. */
export const categories = {
  login_access: { owner: 'IGROUP' },
  security_role: { owner: 'IGROUP' },
  connectivity: { owner: 'SCHOOL' },
  browser_workstation: { owner: 'SCHOOL' },
  performance: { owner: 'BCESIS' },
  sis_outage: { owner: 'BCESIS' },
  sis_error: { owner: 'BCESIS' },
  attendance: { owner: 'IGROUP' },
  report_cards: { owner: 'IGROUP' },
  transcripts_trax: { owner: 'IGROUP' },
  pen: { owner: 'IGROUP' },
  data_1701: { owner: 'IGROUP' },
  scheduling: { owner: 'IGROUP' },
  demographics_enrolment: { owner: 'IGROUP' },
  printing_reports: { owner: 'IGROUP' },
  configuration: { owner: 'IGROUP' },
  data_import: { owner: 'IGROUP' },
  training_howto: { owner: 'IGROUP' },
  year_end: { owner: 'IGROUP' },
  onboarding: { owner: 'IGROUP' },
  billing_fees: { owner: 'IGROUP' },
  helpdesk_itself: { owner: 'IGROUP' },
  privacy_incident: { owner: 'IGROUP' },
  exception_request: { owner: 'IGROUP' },
} as const satisfies Record<string, { owner: 'IGROUP' | 'SCHOOL' | 'BCESIS' }>;

export type Category = keyof typeof categories;
export const category_ids = Object.keys(categories) as [Category, ...Category[]];

/** The cards of the portal's first screen, in their order, and the categories behind each (process.json portal_cards). */
export const portal_cards = {
  cant_connect: ['connectivity', 'browser_workstation', 'performance', 'sis_outage'],
  password_access: ['login_access', 'security_role'],
  marks: ['report_cards', 'transcripts_trax'],
  attendance: ['attendance'],
  enrolment: ['demographics_enrolment', 'pen', 'data_1701'],
  timetable: ['scheduling'],
  settings: ['configuration', 'data_import', 'year_end'],
  something_else: [
    'printing_reports',
    'training_howto',
    'onboarding',
    'billing_fees',
    'helpdesk_itself',
    'sis_error',
  ],
} as const satisfies Record<string, readonly Category[]>;

export type PortalCard = keyof typeof portal_cards;
