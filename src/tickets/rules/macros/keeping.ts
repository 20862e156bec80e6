import { holds, worksTickets, type Person } from '#accounts/rules/who.ts';

/** Who may do what with macros. The policies in migrations/0006_macros.sql say the same of the rows. */

/** What is asked of a macro. */
export interface Kept {
  whose: 'own' | 'team' | 'all';
  owner_id: number;
  team_id: number | null;
}

/** Whoever works tickets keeps macros. */
export const keepsMacros = (who: Person): boolean => who.side === 'desk' && worksTickets(who.roles);

const inTeam = (who: Person, team: number | null, teams: ReadonlySet<number>) =>
  holds(who, 'coordinator') || (team !== null && teams.has(team));

/** Who may use one: its owner, its team and coordinators, or everybody. `teams` are those that the person is in. */
export function mayUse(who: Person, { whose, owner_id, team_id }: Kept, teams: ReadonlySet<number>): boolean {
  if (who.side !== 'desk') return false;
  if (whose === 'own') return owner_id === who.person_id;
  return whose === 'all' || inTeam(who, team_id, teams);
}

/** Who may write it: what everybody has only a coordinator. */
export const mayKeep = (who: Person, macro: Kept, teams: ReadonlySet<number>): boolean =>
  keepsMacros(who) && mayUse(who, macro, teams) && (macro.whose !== 'all' || holds(who, 'coordinator'));
