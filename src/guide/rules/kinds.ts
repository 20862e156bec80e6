import { verdicts } from './browsers.ts';

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

/** What each of them can come to. */
export const auto_results = {
  status_notice: ['nomatch', 'some'],
  navigator_online: ['online'],
  fetch_check_sites: ['0', '1', '2'],
  probe_sis: ['reachable', 'unreachable'],
  clock_skew: ['ok', 'skewed'],
  browser_version: verdicts,
  popup_cookie: ['both', 'blocked'],
  latency: ['fast', 'slow'],
  on_the_way: ['clear', 'hindered'],
} as const satisfies Record<AutoCheck, readonly string[]>;
export type AutoResult<C extends AutoCheck> = (typeof auto_results)[C][number];

export const guide_limits = {
  text: 1000,
  address: 200,
  addresses: 20,
  steps: 12,
  answers: 12,
  groups: 20,
  questions: 200,
  walks: 100,
} as const;
