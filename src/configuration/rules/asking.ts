import { worksTickets, type Person, type SchoolRole } from '#accounts/rules/who.ts';

/**
 * Who at a school asks for a change of configuration (S9). One setting touches all schools, so its lead does, who
 * answers for the school, and its two contacts, who are named for such things (responsibility.json: the school is
 * asked). Everybody else is told who may.
 */
export const askers = ['lead', 'security_contact', 'technical_contact'] as const satisfies SchoolRole[];

export const isAsker = (roles: readonly SchoolRole[]): boolean =>
  roles.some(role => (askers as readonly SchoolRole[]).includes(role));

/** Of the iGroup asks who works tickets, for any schools. */
export const mayAsk = (who: Person): boolean =>
  who.side === 'school' ? isAsker(who.roles) : worksTickets(who.roles);
