import type { Person } from '#accounts/rules/who.ts';

/**
 * Whom a person of a school may ask a place for: its lead and its security contact for anybody there, everybody else
 * for herself. Who stands behind a gate may ask too: that is how it opens.
 */
export const mayAskFor = (who: Person, person_id: number): boolean =>
  who.side === 'school' &&
  (who.person_id === person_id || who.roles.some(role => role === 'lead' || role === 'security_contact'));
