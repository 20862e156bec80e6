/** The fixed words of the guide: plain, so that the page has them without a schema library. */

/** Whose problem it is. */
export const owners = ['SCHOOL', 'ISP', 'IGROUP', 'BCESIS'] as const;
export type Owner = (typeof owners)[number];

/** Who can answer a question. */
export const workers = ['secretary', 'technician'] as const;

/** What an outcome allows: nothing, joining a notice, a question, asking for an exception, a ticket. */
export const allows = ['no', 'subscribe', 'info_only', 'exception', 'yes'] as const;
export type Allow = (typeof allows)[number];

/** What a page can find out by itself. */
export const auto_checks = [
  'status_notice',
  'navigator_online',
  'fetch_check_sites',
  'probe_sis',
  'clock_skew',
  'browser_version',
  'popup_cookie',
  'latency',
  'on_the_way',
] as const;
export type AutoCheck = (typeof auto_checks)[number];

export const guide_limits = {
  text: 1000,
  address: 200,
  addresses: 20,
  steps: 12,
  answers: 12,
  groups: 20,
  questions: 200,
} as const;
