import { limits } from './session.ts';

const hour_ms = 3_600_000;

/** When a session that begins now is over, however much it is used. */
export const sessionEnds = (now: Date): Date => new Date(now.getTime() + limits.absolute_hours * hour_ms);

/** Whether a session still stands: not ended, not idle for too long, not too old. */
export const sessionStands = (
  { seen_at, expires_at, ended_at }: { seen_at: Date; expires_at: Date; ended_at: Date | null },
  now: Date,
): boolean =>
  ended_at === null && now < expires_at && now.getTime() - seen_at.getTime() < limits.idle_hours * hour_ms;

/** `seen_at` is exact to five minutes only, so that reading does not mean writing. */
export const worthWriting = (seen_at: Date | null, now: Date): boolean =>
  seen_at === null || now.getTime() - seen_at.getTime() >= hour_ms / 12;

/** Whether a token still stands: neither revoked nor expired. */
export const tokenStands = (
  { expires_at, revoked_at }: { expires_at: Date; revoked_at: Date | null },
  now: Date,
): boolean => revoked_at === null && now < expires_at;

/** When a token that is made now for so many days is over. */
export const tokenEnds = (now: Date, days: number): Date => new Date(now.getTime() + days * 24 * hour_ms);

const soon_days = 14;

/** Whether a token that stands is over within two weeks: its owner is told in time. */
export const endsSoon = (token: { expires_at: Date; revoked_at: Date | null }, now: Date): boolean =>
  tokenStands(token, now) && token.expires_at.getTime() - now.getTime() <= soon_days * 24 * hour_ms;
