import { z } from 'zod';
import { id } from '#platform/schemas.ts';
import { Category } from '../ticket.ts';

/** What goes to which team by itself when it opens: the contract of `/api/team-rules`. */

export const most_rules = 100;

const Named = z.object({ id: z.number().int(), name: z.string() });

export const TeamRules = z.object({
  /** In order: the first that fits. Null is any category, any school. */
  items: z.array(
    z.object({ team: Named, categories: z.array(Category).nullable(), schools: z.array(Named).nullable() }),
  ),
  /** Rises with each change, so that nobody overwrites a list that she has not seen. */
  version: z.number().int(),
  can: z.object({ change: z.boolean() }),
});
export type TeamRules = z.infer<typeof TeamRules>;

export const NewTeamRules = z.object({
  rules: z
    .array(
      z.object({
        team: id(),
        categories: z.array(Category).min(1).nullable(),
        schools: z.array(id()).min(1).nullable(),
      }),
    )
    .max(most_rules),
  version: z.number().int(),
});
export type NewTeamRules = z.output<typeof NewTeamRules>;
