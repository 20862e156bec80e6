import { z } from 'zod';
import { id, several } from '#platform/schemas.ts';
import { Action, Day, Holder, Kind, Named } from './request.ts';

/** Who has what at which school, since when, who approved: the register's words and their schemas. */

/** One request that made a right what it is. */
const Past = z.object({
  ticket: z.number().int(),
  action: Action,
  asked_for: Named.nullable(),
  approved_by: Named.nullable(),
  done_by: Named,
  done: Day,
});

export const stands = ['held', 'ending', 'over', 'ended'] as const;

export const Right = z.object({
  id: z.number().int(),
  school: Named.extend({ code: z.string() }),
  holder: Holder,
  kind: Kind,
  words: z.string().nullable(),
  at_schools: z.string().nullable(),
  since: Day,
  until: Day.nullable(),
  stands: z.enum(stands),
  ended: Day.nullable(),
  /** The ticket that is under way about it. */
  under_way: z.number().int().nullable(),
  /** What was done about it, oldest first. */
  history: z.array(Past),
  can: z.object({ change: z.boolean() }),
});
export type Right = z.infer<typeof Right>;

export const RegisterQuery = z.object({
  school: several(id()),
  kind: several(Kind),
  person: several(id()),
  approved_by: several(id()),
  /** What stands, unless it is asked for what has ended too. */
  ended: z.enum(['no', 'yes', 'all']).default('no'),
  /** Its last day is within so many days, or over. */
  ends_within: z.coerce.number().int().min(0).max(366).optional(),
  /** Whose holder has left the school. */
  left: z.enum(['yes']).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(100),
  offset: z.coerce.number().int().min(0).max(1_000_000).default(0),
});
export type RegisterQuery = z.output<typeof RegisterQuery>;

/** `can.ask`: for rights. */
export const Register = z.object({
  items: z.array(Right),
  total: z.number().int(),
  /** Who has approved what stands, to choose from: with the desk's first page only. */
  approvers: z.array(Named),
  /** The day there: a school's own, else the desk's. */
  today: z.iso.date(),
  can: z.object({ ask: z.boolean() }),
});
export type Register = z.infer<typeof Register>;
