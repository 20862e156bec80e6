import { z } from 'zod';
import { school_roles } from '#accounts/rules/who.ts';
import { id, line, Moment } from '#platform/schemas.ts';
import { fact_kinds, fact_limits, lacking, steps, suppliers } from './kinds.ts';

/** Where a school stands, and the facts that it follows from: the contract of `/api/schools/:id/standing` and `facts`. */

/** A day of the school's zone, and as a person reads it. */
const Day = z.object({ day: z.iso.date(), words: z.string() });
const Named = z.object({ id: z.number().int(), name: z.string() });

export const Fact = z.object({
  id: z.number().int(),
  kind: z.enum(fact_kinds),
  on: Day,
  document: z.string().nullable(),
  document_version: z.string().nullable(),
  signer: z.string().nullable(),
  signer_role: z.string().nullable(),
  /** Who was trained before the register was kept. */
  person: Named.nullable(),
  /** Which suspension is lifted. */
  lifts: z.number().int().nullable(),
  said_by: z.string().nullable(),
  reason: z.string().nullable(),
  /** Null is the software. */
  recorded_by: z.string().nullable(),
  recorded: Moment,
  withdrawn: z.object({ by: z.string(), at: Moment, why: z.string() }).nullable(),
});
export type Fact = z.infer<typeof Fact>;

export const StandingOfSchool = z.object({
  school: z.number().int(),
  /** The three facts that say which doors are open today. */
  trained: z.boolean(),
  stage1: z.boolean(),
  suspended: z.boolean(),
  /** Each step with since when, who said so, and whether it is still to come. */
  steps: z.array(
    z.object({
      step: z.enum(steps),
      on: Day.nullable(),
      to_come: z.boolean(),
      by: z.string().nullable(),
    }),
  ),
  /** What is missing and who can supply it; `opens` is what keeps doors shut. */
  lacks: z.array(
    z.object({
      what: z.enum(lacking),
      by: z.enum([...new Set(Object.values(suppliers))]),
      opens: z.boolean(),
    }),
  ),
  /** Who is there, and since when each is trained. */
  people: z.array(Named.extend({ roles: z.array(z.enum(school_roles)), trained: Day.nullable() })),
  facts: z.array(Fact),
  can: z.object({ record: z.boolean() }),
});
export type StandingOfSchool = z.infer<typeof StandingOfSchool>;

const day = z.iso.date();
const said_by = line(fact_limits.document).optional();

/** `day` may be ahead for Stage 1 and a suspension, and for nothing else. */
export const NewFact = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invited'), day, said_by }),
  z.object({
    kind: z.literal('signed'),
    day,
    document: line(fact_limits.document),
    document_version: line(fact_limits.version),
    signer: line(fact_limits.document),
    signer_role: line(fact_limits.document),
  }),
  z.object({ kind: z.literal('stage1'), day, said_by }),
  z.object({ kind: z.literal('trained_before'), day, person: id(), said_by }),
  z.object({ kind: z.literal('suspended'), day, reason: line(fact_limits.reason), said_by }),
  z.object({ kind: z.literal('lifted'), day, lifts: id(), said_by }),
]);
export type NewFact = z.output<typeof NewFact>;

export const Withdrawal = z.object({ why: line(fact_limits.why) });

/** Which schools of a wave would enter Stage 1, and what each would still lack. */
export const WaveOn = z.object({
  wave: Named,
  on: Day,
  items: z.array(
    Named.extend({
      /** It has entered, or will, without this. */
      already: Day.nullable(),
      lacks: z.array(z.enum(lacking)),
    }),
  ),
});
export type WaveOn = z.infer<typeof WaveOn>;

const some = z.array(id()).min(1).max(2000);
export const MovingOn = z.object({ day, schools: some, said_by });
export type MovingOn = z.output<typeof MovingOn>;
/** The facts that it made, one for each school that had none. */
export const MovedOn = z.object({ facts: z.array(z.number().int()) });
export const TakingBack = Withdrawal.extend({ facts: some });
