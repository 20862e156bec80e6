import { sharesWork } from '#accounts/rules/policy.ts';
import { worksTickets, type Person } from '#accounts/rules/who.ts';

/** Who may hand over a person's tickets: she herself, and who shares out the work, also for one who is ill or has left. */
export const mayHandOver = (who: Person, from: number): boolean =>
  who.side === 'desk' && ((who.person_id === from && worksTickets(who.roles)) || sharesWork(who));
