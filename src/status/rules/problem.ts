import { z } from 'zod';
import { id, line, Moment, prose } from '#platform/schemas.ts';
import { open_states, state_ids } from '#tickets/rules/lifecycle.ts';
import { status_limits } from './kinds.ts';
import { Notice } from './notice.ts';

/** Known problems: the tickets that are gathered into one, and who has it too. */

/** Where a ticket stands while a word on its problem still goes to it: what is solved is asked already. */
export const under_way = open_states.filter(state => state !== 'resolved');

const Named = z.object({ id: z.number().int(), name: z.string() });
const count = z.number().int();

export const Gathering = z.object({ tickets: z.array(id()).min(1).max(500) });
export const Gathered = z.object({ gathered: count });

/** Into which problem a ticket is put. */
export const Putting = z.object({ notice: z.uuid() });
/** The problem that a ticket is of, and into which the iGroup may put it; likely ones first. */
export const ProblemOfTicket = z.object({
  problem: Notice.nullable(),
  /** For the iGroup, while it is of none. */
  open: z.array(z.object({ id: z.uuid(), title: z.string(), state_words: z.string(), likely: z.boolean() })),
  can: z.object({ put: z.boolean(), write: z.boolean() }),
});
export type ProblemOfTicket = z.infer<typeof ProblemOfTicket>;

/** What is being typed. */
export const Typed = z.object({
  title: z.string().max(200).default(''),
  text: prose().or(z.literal('')).default(''),
});
export const Match = z.object({ notice: Notice.nullable() });
export type Match = z.infer<typeof Match>;

/** What she works with, as far as she says it. */
export const MeToo = z.object({
  browser: line(80).nullable().default(null),
  system: line(80).nullable().default(null),
  computers: z.number().int().min(1).max(status_limits.computers).nullable().default(null),
});
export type MeToo = z.output<typeof MeToo>;

/** Whether it works again; if not, a ticket is opened with what is known of it. */
export const Works = z.object({ works: z.boolean() });

export const Affected = z.object({
  tickets: z.array(
    z.object({
      number: count,
      subject: z.string(),
      state: z.enum(state_ids),
      state_words: z.string(),
      school: Named,
    }),
  ),
  me_toos: z.array(
    z.object({
      person: Named,
      school: Named,
      at: Moment,
      browser: z.string().nullable(),
      system: z.string().nullable(),
      computers: count.nullable(),
      works: z.boolean().nullable(),
      ticket: count.nullable(),
    }),
  ),
  /** Browser and system, and by how many they were named, the most frequent first. */
  environments: z.array(z.object({ name: z.string(), count })),
});
export type Affected = z.infer<typeof Affected>;
