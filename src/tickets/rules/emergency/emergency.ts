import { z } from 'zod';
import { id, line, Moment, stored } from '#platform/schemas.ts';

/** The emergency door (process.json P02, P03 and never_gated): the contract of `/api/emergency` and what the desk does with it. */

export const emergency_kinds = ['privacy_incident', 'locked_out'] as const;
export type EmergencyKind = (typeof emergency_kinds)[number];

/** Who may say that she is locked out: nobody else gives out access at a school. */
export const locked_out_roles = ['lead', 'security_contact'] as const;

const words = (max: number) => z.string().trim().min(1, 'empty').max(max).refine(stored, 'unstorable');

/** What everybody says who comes through this door: who she is, of which school, where to call back. As typed. */
const caller = {
  caller: line(100),
  school: line(120),
  call_back: line(100),
};

export const EmergencyCall = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('privacy_incident'),
    ...caller,
    /** What was seen, when, by whom; no names of students. */
    what: words(4000),
    when: line(120),
    seen_by: line(120),
  }),
  z.object({
    kind: z.literal('locked_out'),
    ...caller,
    role: z.enum(locked_out_roles),
    what: words(1000),
  }),
]);
export type EmergencyCall = z.output<typeof EmergencyCall>;

/** The same for whatever school was named, there or not. The receipt says nothing but that it arrived. */
export const Receipt = z.object({ receipt: z.string(), words: z.string() });

export const EmergencyReport = z.object({
  id: z.number().int(),
  receipt: z.string(),
  kind: z.enum(emergency_kinds),
  caller: z.string(),
  role: z.enum(locked_out_roles).nullable(),
  call_back: z.string(),
  /** As it was typed; `likely` has that code or name. */
  school: z.string(),
  likely: z.object({ id: z.number().int(), name: z.string() }).nullable(),
  what: z.string(),
  when: z.string().nullable(),
  seen_by: z.string().nullable(),
  reported: Moment,
  ended: z.object({ by: z.string(), at: Moment, ticket: z.number().int().nullable() }).nullable(),
});
export type EmergencyReport = z.infer<typeof EmergencyReport>;

/** Those that wait first, then the newest of those that are ended. */
export const EmergencyReports = z.object({
  items: z.array(EmergencyReport),
  next: z.null(),
  /** How many wait. */
  waiting: z.number().int(),
});
export type EmergencyReports = z.infer<typeof EmergencyReports>;

/** For which school, and which of its people, its ticket is opened. */
export const ReportedTicket = z.object({ school: id(), requester: id().optional() });
/** Set aside without a ticket, or brought back. */
export const ReportEnding = z.object({ ended: z.boolean() });
