import { holds, inStage1, worksTickets, type Person } from '#accounts/rules/who.ts';
import type { May } from '#accounts/rules/policy.ts';
import type { Audience } from './kinds.ts';

/** Who says of a ticket which article solved it. */
export const worksAtDesk: May = who => who.side === 'desk' && worksTickets(who.roles);
/** Who writes an article: who works tickets, and the knowledge editor. */
export const writesArticles: May = who => worksAtDesk(who) || holds(who, 'knowledge_editor');
/** Who publishes and archives: the editor; the coordinator, so that it never waits for one person. */
export const publishesArticles: May = who => holds(who, 'knowledge_editor', 'coordinator');
/** Who brings solved tickets of another system in; a token needs the scope for it. */
export const importsTickets: May = who =>
  holds(who, 'knowledge_editor', 'coordinator', 'administrator') && who.scopes.includes('administer');

/** For whom a published article is. */
export interface ForWhom {
  audience: Audience;
  for_roles: readonly string[];
  stage1_only: boolean;
}

/** Whether somebody reads a published article; the iGroup reads all. */
export function reads(who: Person, { audience, for_roles, stage1_only }: ForWhom): boolean {
  if (who.side === 'desk') return true;
  if (audience === 'igroup') return false;
  if (audience === 'public') return true;
  if (stage1_only && !inStage1(who)) return false;
  return for_roles.length === 0 || who.roles.some(role => for_roles.includes(role));
}
