import { z } from 'zod';
import { Handover } from './handover.ts';
import { Review } from './review.ts';
import { Contact } from './school.ts';

/** The people of a school, with what is under way among them. */
export const PeopleOfSchool = z.object({
  items: z.array(Contact),
  /** The role of security contact on its way to somebody else. */
  handover: Handover.nullable(),
  /** The access review that waits for the school's answers. */
  review: Review.nullable(),
  can: z.object({ add: z.boolean(), propose: z.boolean(), hand_over: z.boolean() }),
});
export type PeopleOfSchool = z.infer<typeof PeopleOfSchool>;
