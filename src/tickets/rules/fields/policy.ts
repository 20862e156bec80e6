import { holds, type Person } from '#accounts/rules/who.ts';

/** Who says which fields and templates there are; every one of the desk reads them. */
export const keepsForms = (who: Person): boolean => holds(who, 'coordinator', 'administrator');
