import { z } from 'zod';
import { id, line } from '#platform/schemas.ts';
import { ways_of_giving } from './giving.ts';

/** The words of teams and their schemas: the contract of `/api/teams`. */

export const team_limits = { name_characters: 60, people: 100, teams: 50 } as const;

const Way = z.enum(ways_of_giving);
const People = z.array(id()).max(team_limits.people);

export const Team = z.object({
  id: z.number().int(),
  name: z.string(),
  /** How its tickets find a person. */
  way: Way,
  people: z.array(z.object({ id: z.number().int(), name: z.string() })),
  /** Whether the one who asks is in it. */
  mine: z.boolean(),
  can: z.object({ change: z.boolean() }),
});
export type Team = z.infer<typeof Team>;
export const Teams = z.object({ items: z.array(Team), can: z.object({ add: z.boolean() }) });
export type Teams = z.infer<typeof Teams>;

export const NewTeam = z.object({
  name: line(team_limits.name_characters),
  way: Way.default('by_hand'),
  people: People.default([]),
});

export const TeamChange = z.object({
  name: line(team_limits.name_characters).optional(),
  way: Way.optional(),
  people: People.optional(),
  /** False brings back what was removed. */
  removed: z.literal(false).optional(),
});
