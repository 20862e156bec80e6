import { z } from 'zod';
import { abouts, type About } from './abouts.ts';
import { id, limits, line, Moment } from '#platform/schemas.ts';

/** The audit log: what was done and who looked at what, in one order of time. The contract of `/api/audit`. */

/** The deeds on no ticket, by what they are about; those in no list are of the desk's settings. */
export const kinds_about = {
  people: [
    ...[
      'person_added',
      'person_changed',
      'person_confirmed',
      'person_expired',
      'also_at_school',
      'no_more_at_school',
    ],
    ...[
      'invited',
      'invitation_used',
      'invitation_withdrawn',
      'login_set',
      'password_chosen',
      'password_reset',
    ],
    ...['key_added', 'key_removed', 'keys_taken', 'key_need_set', 'recovery_codes_made', 'sessions_ended'],
    ...['also_there', 'no_more_there'],
    ...['handover_proposed', 'handover_accepted', 'handover_declined', 'handover_withdrawn', 'handed_over'],
    ...['review_begun', 'review_confirmed', 'review_expired', 'token_made', 'token_revoked'],
    ...['sign_on_set', 'sign_on_bound', 'sign_on_unbound'],
  ],
  schools: [
    ...['school_added', 'school_changed', 'school_moved', 'wave_added', 'wave_changed', 'imported'],
    ...[
      'fact_recorded',
      'fact_withdrawn',
      'fact_restored',
      'standing_changed',
      'place_asked',
      'place_booked',
    ],
    ...['agreement_signed', 'agreement_countersigned', 'agreement_on_paper', 'agreement_reminded'],
    ...['place_refused', 'place_given_up', 'session_attended', 'attendance_withdrawn'],
  ],
  exports: ['exported', 'audit_exported', 'rights_exported', 'exceptions_exported'],
} as const satisfies Partial<Record<About, readonly string[]>>;

/** Days are of the desk's zone, both included. */
export const AuditQuery = z.object({
  about: z.enum(abouts).optional(),
  person: id().optional(),
  school: id().optional(),
  ticket: id().optional(),
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  cursor: line(limits.line_characters).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.output<typeof AuditQuery>;

const Named = z.object({ id: z.number().int(), name: z.string() });

export const AuditLine = z.object({
  /** Unique, and steady: the log and the place in it. */
  id: z.string(),
  at: Moment,
  about: z.enum(abouts),
  kind: z.string(),
  /** The whole sentence, with the name of who did it. */
  words: z.string(),
  /** As what she acted: `desk:agent`, `school:lead`, `job:…`. */
  as: z.string(),
  by_token: z.boolean(),
  person: Named.nullable(),
  school: Named.nullable(),
  ticket: z.number().int().nullable(),
  changes: z.array(z.object({ field: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
});
export type AuditLine = z.infer<typeof AuditLine>;

export const AuditPage = z.object({ items: z.array(AuditLine), next: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

/** How far each log is sealed, and whether all of it still is what was sealed; `broken` is the last line of the first seal that does not hold. */
export const Seals = z.object({
  items: z.array(
    z.object({
      log: z.string(),
      up_to: z.number().int(),
      sealed: Moment.nullable(),
      broken: z.number().int().nullable(),
    }),
  ),
  hold: z.boolean(),
});
export type Seals = z.infer<typeof Seals>;

/** Who of the iGroup looked at a school's tickets, for its lead. */
export const AccessQuery = z.object({
  ticket: id().optional(),
  cursor: z.coerce.number().int().min(1).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const Access = z.object({
  id: z.number().int(),
  at: Moment,
  person: Named,
  ticket: z.object({ number: z.number().int(), subject: z.string() }),
  how: z.enum(['loaded', 'opened', 'file']),
});
export type Access = z.infer<typeof Access>;
export const Accesses = z.object({ items: z.array(Access), next: z.string().nullable() });
export type Accesses = z.infer<typeof Accesses>;
