import { z } from 'zod';
import { doors } from '#accounts/rules/doors.ts';
import { facts } from './gate.ts';

/** What the gate tells: the contract of `/api/gate` and `/api/schools/:id/gate`. */

const Standing = z.object({ trained: z.boolean(), stage1: z.boolean(), suspended: z.boolean() });

/** To people of a school: what is missing and who can supply it. */
export const GatePage = z.object({
  standing: Standing,
  /** The doors that are open to who asks. */
  open: z.array(z.enum(doors)),
  /** What is said to her; null where nothing is shut. */
  message: z.string().nullable(),
  missing: z.array(
    z.object({
      fact: z.enum(facts),
      words: z.string(),
      /** Who can supply it: people of her own school, and the desk's. */
      by: z.array(z.object({ name: z.string(), role: z.string(), at_desk: z.boolean() })),
    }),
  ),
});
export type GatePage = z.infer<typeof GatePage>;

/** To the desk, of one school: how it stands, and which doors are open to who asks when she opens tickets for it. */
export const SchoolGate = z.object({
  standing: Standing,
  words: z.string(),
  /** What to know when a ticket is opened for it; null where nothing is shut. */
  opening: z.string().nullable(),
  open: z.array(z.enum(doors)),
});
export type SchoolGate = z.infer<typeof SchoolGate>;
