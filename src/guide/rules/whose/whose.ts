import { duties, type Duty, type DutyId, type Party } from '#agreements/rules/duties/duties.ts';
import type { Topic } from '#exceptions/rules/topics.ts';
import { categories, type Category } from '#tickets/rules/categories.ts';
import type { Owner } from '../kinds.ts';

/**
 * Whose a matter is (N7): the row of responsibility.json by which a ticket's category, or the outcome of its guide, says
 * so. One party answers for it; the row is the basis.
 */

export interface Whose {
  party: Owner;
  duty: DutyId;
}

/** The row behind each category; the party is the one that the category names (process.json). */
const duty_of: Record<Category, DutyId> = {
  login_access: 'accounts',
  security_role: 'security_access',
  connectivity: 'connection',
  browser_workstation: 'browser',
  performance: 'outage',
  sis_outage: 'outage',
  sis_error: 'l2_service',
  attendance: 'coordination',
  report_cards: 'coordination',
  transcripts_trax: 'coordination',
  pen: 'coordination',
  data_1701: 'coordination',
  scheduling: 'coordination',
  demographics_enrolment: 'coordination',
  printing_reports: 'configuration',
  configuration: 'configuration',
  data_import: 'configuration',
  training_howto: 'materials',
  year_end: 'configuration',
  onboarding: 'stage_gate',
  billing_fees: 'funding',
  helpdesk_itself: 'tools',
  privacy_incident: 'privacy',
  exception_request: 'coordination',
};

export const whoseCategory = (category: Category): Whose => ({
  party: categories[category].owner,
  duty: duty_of[category],
});

/** The row of what an exception is asked for: it is the school's, or nobody would have to ask. */
export const whoseTopic = (topic: Topic): Whose => ({
  party: 'SCHOOL',
  duty: ({ os: 'os', browser: 'browser', network: 'connection' } as const)[topic],
});

interface Ended {
  owner: Owner;
  /** The words of the paper that it goes by. */
  seed: string;
  ticket: { category?: Category | undefined };
}

/** By the words of the paper that an outcome names: the row that says them, and of several the owner's own. */
export function whoseOutcome({ owner, seed, ticket }: Ended): Whose {
  const said = duties.filter(({ quote }) => quote !== null && seed.includes(quote));
  const row = said.find(({ raci }) => answersFor(raci, owner)) ?? said[0];
  if (row) return { party: owner, duty: row.id };
  const category = ticket.category && duty_of[ticket.category];
  return {
    party: owner,
    duty:
      category ??
      ({ SCHOOL: 'school_tech', ISP: 'connection', IGROUP: 'coordination', BCESIS: 'outage' } as const)[
        owner
      ],
  };
}

const answersFor = (raci: Duty['raci'], party: Party): boolean => raci[party]?.includes('A') ?? false;

/** What an exception would be about. */
export const topicOf = ({ duty }: Whose): Topic =>
  duty === 'os' ? 'os' : duty === 'browser' || duty === 'ie_on_mac' ? 'browser' : 'network';

/** Whether the group may take it on: the row says so, or an outcome of the guide lets one ask. */
export const exceptionPossible = ({ duty }: Whose): boolean =>
  duties.some(({ id, exception_possible }) => id === duty && exception_possible);
