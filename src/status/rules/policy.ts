import type { May } from '#accounts/rules/policy.ts';
import { holds, inStage1, worksTickets, type Person } from '#accounts/rules/who.ts';
import { opensTo } from '#schools/rules/gate.ts';
import { takesMeToo, type Audience, type NoticeKind } from './kinds.ts';
import { movesFrom, type NoticeMove, type NoticeState } from './states.ts';

/** Who begins a draft, changes it, and gathers tickets: who works tickets hears of a problem first. */
export const draftsNotices: May = who => who.side === 'desk' && worksTickets(who.roles);
/** Who tells the schools: the coordinator, who answers to them. */
export const tellsNotices: May = who => holds(who, 'coordinator');
/** Who keeps the list of systems; a token needs the scope for it. */
export const keepsSystems: May = who => holds(who, 'administrator') && who.scopes.includes('administer');

/** What this person may do with a notice as it stands. */
export function canOf(who: Person, { kind, state }: { kind: NoticeKind; state: NoticeState }) {
  const drafts = draftsNotices(who);
  const tells = tellsNotices(who);
  const told = state !== 'draft' && state !== 'cancelled';
  return {
    /** A draft is everybody's who works tickets; what schools read is the coordinator's. */
    write: state === 'draft' ? drafts : tells && told,
    tell: tells && told,
    moves: movesFrom(state).filter(move => (move === 'drop' ? drafts : tells)),
    gather: drafts && takesMeToo(kind) && (state === 'draft' || state === 'running'),
    /** It stands in place of a ticket, so it takes the same door of the gate. */
    me_too: who.side === 'school' && opensTo(who, 'ordinary_work') && takesMeToo(kind) && state === 'running',
  } satisfies { moves: NoticeMove[] } & Record<string, unknown>;
}

/** For whom a notice is. */
export interface ForWhom {
  audience: Audience;
  published: boolean;
  /** Of `some`: which. */
  schools: readonly number[];
}

/** Whether somebody reads a notice; the iGroup reads all. */
export function reads(who: Person, { audience, published, schools }: ForWhom): boolean {
  if (who.side === 'desk') return true;
  if (!published) return false;
  if (audience === 'some') return schools.includes(who.school_id);
  if (audience === 'stage1' || audience === 'before_stage1') return inStage1(who) === (audience === 'stage1');
  return true;
}
