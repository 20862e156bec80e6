import { holds, seesRightsAs, worksTickets, type Person } from './who.ts';

/** Who may use a route at all. What they may do there with one thing is that house's policy. */
export type May = (who: Person) => boolean;

export const signedIn: May = () => true;
export const atSchool: May = who => who.side === 'school';
export const atDesk: May = who => who.side === 'desk';
/** A token of an administrator needs the scope for it as well. */
export const administrators: May = who => holds(who, 'administrator') && who.scopes.includes('administer');
/** Every person of a school opens tickets for it; of the iGroup, who works tickets, for any school. */
export const opensTickets: May = who => who.side === 'school' || worksTickets(who.roles);
/** Who gives out a sign-in; a token needs the scope for it. */
export const giversOfLogins: May = who => keepersOfSchools(who) && who.scopes.includes('administer');
/** S24, S11: the coordinator keeps the schools, an administrator the installation. */
export const keepersOfSchools: May = who => holds(who, 'coordinator', 'administrator');
/** Who deals with what comes through the emergency door (P07, P51). */
export const takesEmergencies: May = who => holds(who, 'coordinator', 'privacy_officer');
/** S10, S24: at a school its lead and its security contact keep its people and its password. */
export const keepsOwnSchool: May = who =>
  who.side === 'school' && who.roles.some(role => role === 'lead' || role === 'security_contact');
/** Who adds, changes and removes people of a school; for whose, its rows say. */
export const keepsPeople: May = who => keepersOfSchools(who) || keepsOwnSchool(who);
/** Who says how the desk shares its work: teams, what goes to them, everybody's hours, tickets of who is not there. */
export const sharesWork: May = who => holds(who, 'coordinator', 'administrator');
/** S21: who reads the audit log; a token needs the scope for it. */
export const readsAudit: May = who =>
  holds(who, 'privacy_officer', 'administrator') && who.scopes.includes('administer');
/** For whom tickets about rights exist (S10): a school sees its own. */
export const seesRights: May = who => who.side === 'school' || seesRightsAs(who.roles);
/** Who has what: at a school for the two who ask for rights, at the desk for whom tickets about them exist. */
export const readsRegister: May = who => (who.side === 'school' ? keepsOwnSchool(who) : seesRights(who));
/** S8: who reads how the promises were kept. They hold the numbers of tickets about rights, so they go by those. */
export const readsStatements: May = who => readsRegister(who);
/** A school's lead sees who of the iGroup looked at its tickets. */
export const leads: May = who => who.side === 'school' && who.roles.includes('lead');
