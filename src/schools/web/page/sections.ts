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
  'rights',
  'history',
] as const;
/** Without what only those see who keep rights. */
export const open_section_ids = section_ids.filter(id => id !== 'rights');
export type SectionId = (typeof section_ids)[number];
