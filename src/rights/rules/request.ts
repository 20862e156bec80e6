import { z } from 'zod';
import { id, line, Moment, prose } from '#platform/schemas.ts';
import { kind_ids } from './kinds.ts';
import { actions, states } from './life.ts';

/** The words of a request for rights and their schemas: the contract of `/api/rights/requests`. */

export const Kind = z.enum(kind_ids);
export const Action = z.enum(actions);
export const Named = z.object({ id: z.number().int(), name: z.string() });
export const Day = z.object({ date: z.iso.date(), words: z.string() });

/** Who holds it: somebody of the school's list, or a name and a job as typed. */
export const Holder = z.object({
  person: z.number().int().nullable(),
  name: z.string(),
  job: z.string().nullable(),
  /** Of somebody of the list: whether she has left the school. */
  left: z.boolean(),
});

const what = {
  kind: Kind.optional(),
  /** With `something_else`: what is needed. */
  words: line(200).optional(),
  /** Which other schools it opens, as the asker names them. */
  at_schools: line(300).optional(),
};
const days = { from: z.iso.date(), until: z.iso.date().optional() };

export const Asking = z.object({
  action: Action,
  /** What is changed or taken away. */
  right: id().optional(),
  /** Of a new right: somebody of the school's list, or a name and a job. */
  person: id().optional(),
  name: line(100).optional(),
  job: line(100).optional(),
  ...what,
  why: prose(),
  ...days,
  /** A keeper only: for which school, and in whose name. */
  school: id().optional(),
  requester: id().optional(),
});
export type Asking = z.input<typeof Asking>;

/** How often it was changed as somebody has read it: what she decides or changes is what she has seen. */
const edits = z.number().int().min(0).default(0);
export const AsRead = z.object({ edits }).default({ edits: 0 });

/** What is asked for, said anew while nobody has decided; whether a right is given, changed or taken away stays. */
export const Editing = Asking.omit({ action: true, right: true, school: true, requester: true }).extend({
  edits,
});

/** A right that ends is asked for again: until when, and why. */
export const Keeping = z.object({ until: z.iso.date().optional(), why: prose() });
export const Because = z.object({ reason: prose() });
export const Refusing = Because.extend({ edits });

const By = z.object({ by: Named, at: Moment }).nullable();

export const RightsRequest = z.object({
  ticket: z.number().int(),
  school: Named,
  action: Action,
  state: z.enum(states),
  /** The right that it changes or takes away, and what came of it. */
  right: z.number().int().nullable(),
  holder: Holder,
  kind: Kind,
  words: z.string().nullable(),
  at_schools: z.string().nullable(),
  why: z.string().nullable(),
  from: Day,
  until: Day.nullable(),
  /** The last day of the right as it stands. */
  ends: Day.nullable(),
  touches_more: z.boolean(),
  /** In whose name; null is the software. `by` wrote it down for her. */
  asked: z.object({ for: Named, by: Named, at: Moment }).nullable(),
  /** How often it was changed since it was asked, and by whom last. */
  edits: z.number().int(),
  edited: By,
  prepared: By,
  approved: By,
  refused: z.object({ by: Named, at: Moment, because: z.string() }).nullable(),
  done: By,
  withdrawn: By,
  can: z.object({
    edit: z.boolean(),
    prepare: z.boolean(),
    approve: z.boolean(),
    refuse: z.boolean(),
    done: z.boolean(),
    withdraw: z.boolean(),
    keep: z.boolean(),
    let_go: z.boolean(),
  }),
  /** Why this keeper may not approve it or carry it out, where only that she had a hand in it stands against it. */
  waits_for_another: z.boolean(),
});
export type RightsRequest = z.infer<typeof RightsRequest>;
