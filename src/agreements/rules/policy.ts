import { keepersOfSchools, leads, type May } from '#accounts/rules/policy.ts';
import { holds } from '#accounts/rules/who.ts';

/** Who writes and publishes the agreement, and notes what was signed on paper. */
export const writesAgreements: May = keepersOfSchools;
/** Who signs for the group (S8). */
export const countersigns: May = who => holds(who, 'coordinator');
/** Who signs for a school: its lead. */
export const signs: May = leads;
