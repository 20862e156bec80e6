/** What lines of the audit log are about; `readings` are who looked at which ticket. Knows no library: forms have it too. */
export const abouts = [
  'tickets',
  'readings',
  'sign_ins',
  'people',
  'schools',
  'settings',
  'exports',
] as const;
export type About = (typeof abouts)[number];
