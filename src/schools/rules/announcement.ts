import { z } from 'zod';
import { holds, worksTickets, type Person } from '#accounts/rules/who.ts';
import { id, line, Moment, page, prose } from '#platform/schemas.ts';
import { announcement_kinds, type AnnouncementKind } from './announcement-kinds.ts';

/** What the iGroup announces to its schools, which know it as notices: the contract of `/api/announcements`. */

export const announcement_states = ['in_force', 'coming', 'past', 'withdrawn'] as const;
export type AnnouncementState = (typeof announcement_states)[number];

const Kind = z.enum(announcement_kinds);
const Named = z.object({ id: z.number().int(), name: z.string() });

export const Announcement = z.object({
  id: z.number().int(),
  kind: Kind,
  title: z.string(),
  text: z.string(),
  /** Sanitised by the server. */
  html: z.string(),
  /** Whom it is for, null for all schools; a school is never told of the others. */
  schools: z.array(Named).nullable(),
  starts: Moment,
  ends: Moment.nullable(),
  /** From when until when, in words of the reader's zone. */
  period: z.string(),
  /** The same on the desk's clock, 'YYYY-MM-DDTHH:MM', as it is written and changed; null for a school. */
  starts_local: z.string().nullable(),
  ends_local: z.string().nullable(),
  by: Named,
  written: Moment,
  state: z.enum(announcement_states),
  /** Whether its schools see it now. */
  told: z.boolean(),
  /** Change it, withdraw it, take the withdrawal back. */
  can: z.object({ change: z.boolean() }),
});
export type Announcement = z.infer<typeof Announcement>;

export const AnnouncementPage = page(Announcement).extend({ can: z.object({ write: z.boolean() }) });
export type AnnouncementPage = z.infer<typeof AnnouncementPage>;

/** `past` also holds what was withdrawn; a school is answered what is current. */
export const AnnouncementQuery = z.object({
  when: z.enum(['current', 'past']).default('current'),
  cursor: id().optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

const isDay = (local: string) => {
  const day = local.slice(0, 10);
  const midnight = Date.parse(day);
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
};
/** A day and time on the desk's clock. */
export const Local = z
  .string()
  .regex(/^20\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .refine(isDay);

export const NewAnnouncement = z.object({
  kind: Kind,
  title: line(120),
  text: prose(),
  schools: z.array(id()).min(1).max(1000).nullable(),
  /** Left out: from now. */
  starts: Local.optional(),
  ends: Local.nullable(),
});
export type NewAnnouncement = z.output<typeof NewAnnouncement>;

export const AnnouncementChange = NewAnnouncement.partial();
export type AnnouncementChange = z.output<typeof AnnouncementChange>;

/** What the rules must know of one. */
export interface Times {
  kind: AnnouncementKind;
  starts_at: Date;
  ends_at: Date | null;
  withdrawn_at: Date | null;
}

export function stateOf({ starts_at, ends_at, withdrawn_at }: Times, now: Date): AnnouncementState {
  if (withdrawn_at) return 'withdrawn';
  if (ends_at && ends_at <= now) return 'past';
  return starts_at > now ? 'coming' : 'in_force';
}

/** A closing is told ahead: its times are those of the closing. All else is told from its beginning. */
export const isTold = (announcement: Times, now: Date): boolean => {
  const state = stateOf(announcement, now);
  return state === 'in_force' || (state === 'coming' && announcement.kind === 'closed');
};

/** Who works tickets hears of a problem first, and may tell the schools of it. */
export const mayAnnounce = (who: Person): boolean => who.side === 'desk' && worksTickets(who.roles);

export const mayChangeAnnouncement = (who: Person, { written_by }: { written_by: number }): boolean =>
  holds(who, 'coordinator') || (mayAnnounce(who) && who.person_id === written_by);
