/** The sections of a school's page, in their order. */
export const section_ids = [
  'standing',
  'identity',
  'people',
  'login',
  'network',
  'enrolment',
  'days_off',
  'notes',
  'history',
] as const;
export type SectionId = (typeof section_ids)[number];
