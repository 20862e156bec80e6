import type { Words } from '#platform/schemas.ts';
import type { NoticeKind } from './kinds.ts';

/** The life of a notice: one table, for the guard, the buttons, what is shown to whom. Knows no library. */

export const notice_states = ['draft', 'planned', 'running', 'solved', 'cancelled'] as const;
export type NoticeState = (typeof notice_states)[number];

/** As the database has it: what people said of it, and its times. */
export interface Standing {
  kind: NoticeKind;
  state: 'draft' | 'open' | 'solved' | 'cancelled';
  starts_at: Date;
  ends_at: Date | null;
}

/** How it stands now. Work begins and is over by its times; a problem is over when somebody says so. */
export function stateOf({ kind, state, starts_at, ends_at }: Standing, now: Date): NoticeState {
  if (state !== 'open') return state;
  if (starts_at > now) return 'planned';
  return kind === 'planned_work' && ends_at !== null && ends_at <= now ? 'solved' : 'running';
}

export const isOver = (state: NoticeState): boolean => state === 'solved' || state === 'cancelled';

/** The moves that say something to those who read it; each comes with an update. */
export const told_moves = ['begin', 'solve', 'cancel', 'reopen'] as const;
export type ToldMove = (typeof told_moves)[number];
export const notice_moves = ['publish', 'drop', ...told_moves] as const;
export type NoticeMove = (typeof notice_moves)[number];

const moves: Record<NoticeMove, { from: readonly NoticeState[]; to: Standing['state'] }> = {
  publish: { from: ['draft'], to: 'open' },
  /** A draft that nobody outside has read goes without a word. */
  drop: { from: ['draft'], to: 'cancelled' },
  begin: { from: ['planned'], to: 'open' },
  solve: { from: ['running'], to: 'solved' },
  cancel: { from: ['planned', 'running'], to: 'cancelled' },
  reopen: { from: ['solved'], to: 'open' },
};

/** What may become of it now; whether somebody may is policy.ts. */
export const movesFrom = (state: NoticeState): NoticeMove[] =>
  notice_moves.filter(move => moves[move].from.includes(state));

/** What a move writes. Work that was over by its time is open again without an end; what begins now has begun now. */
export function movedBy(move: NoticeMove, now: Date) {
  const { to } = moves[move];
  return {
    state: to,
    ended_at: to === 'solved' || to === 'cancelled' ? now : null,
    ...(move === 'begin' && { starts_at: now }),
    ...(move === 'reopen' && { ends_at: null }),
  };
}

export const state_names: Record<NoticeState, Words> = {
  draft: { en: 'Draft', fr: 'Ébauche' },
  planned: { en: 'Planned', fr: 'Prévu' },
  running: { en: 'Running', fr: 'En cours' },
  solved: { en: 'Solved', fr: 'Réglé' },
  cancelled: { en: 'Cancelled', fr: 'Annulé' },
};

/** Work is over, and was not a problem that somebody solved. */
const over: Words = { en: 'Over', fr: 'Terminé' };
export const stateWords = (kind: NoticeKind, state: NoticeState): Words =>
  kind === 'planned_work' && state === 'solved' ? over : state_names[state];

export const move_names: Record<NoticeMove, Words> = {
  publish: { en: 'Publish', fr: 'Publier' },
  drop: { en: 'Drop the draft', fr: 'Abandonner l’ébauche' },
  begin: { en: 'It has begun', fr: 'C’est commencé' },
  solve: { en: 'It is solved', fr: 'C’est réglé' },
  cancel: { en: 'It is cancelled', fr: 'C’est annulé' },
  reopen: { en: 'It is there again', fr: 'Le problème est de retour' },
};
