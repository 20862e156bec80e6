import { z } from 'zod';
import { line } from '#platform/schemas.ts';
import { Filters, GroupBy, SortBy } from './asking.ts';
import { built_in_views, columns, type BuiltInView } from './order.ts';

/** The words of stored queries and their schemas: the contract of `/api/views`. */

export const view_limits = { name_characters: 60, of_a_person: 50 } as const;

/** What one value of each filter can be: the item of the filter's own schema. */
const asked = {
  ...Filters.shape,
  sort: SortBy.optional(),
  group: GroupBy.optional(),
  columns: z
    .preprocess(given => (typeof given === 'string' ? given.split(',') : given), z.array(z.enum(columns)))
    .optional(),
};
type Part = keyof typeof asked;
const parts = Object.keys(asked) as Part[];

const long_enough = 2_000;
const text = (part: Part) =>
  z
    .string()
    .max(long_enough)
    .refine(value => asked[part].safeParse(value).success);

/** A stored query is what the list's address holds: each part as text, by the address's own schema. */
export const StoredQuery = z.object(
  Object.fromEntries(parts.map(part => [part, text(part).optional()])) as {
    [P in Part]: z.ZodOptional<z.ZodString>;
  },
);
export type StoredQuery = z.infer<typeof StoredQuery>;

/** Which schools, agents and teams there are, as far as stored queries name them. */
export interface Known {
  schools: ReadonlySet<number>;
  agents: ReadonlySet<number>;
  tags: ReadonlySet<number>;
  teams: ReadonlySet<number>;
  /** Custom fields that are filled in, with the answers of each that are offered or none where any value can be. */
  fields: ReadonlyMap<number, ReadonlySet<string> | null>;
}

/** A stored query as it holds now: values that no longer exist are dropped, and a part without any of them too. */
export function stillTrue(stored: Record<string, unknown>, known: Known): StoredQuery {
  const kept: StoredQuery = {};
  for (const part of parts) {
    const given = stored[part];
    if (typeof given !== 'string' || given === '') continue;
    const values = part === 'q' ? [given] : given.split(',');
    const true_now = values.filter(
      value => asked[part].safeParse(value).success && isThere(part, value, known),
    );
    if (true_now.length > 0) kept[part] = true_now.join(',');
  }
  return kept;
}

/** Of the parts that name something kept: whether it is still there. */
const kept_still: Partial<Record<Part, (value: string, known: Known) => boolean>> = {
  school: (value, { schools }) => schools.has(Number(value)),
  assignee: (value, { agents }) => value === 'me' || value === 'none' || agents.has(Number(value)),
  tag: (value, { tags }) => tags.has(Number(value)),
  team: (value, { teams }) => value === 'mine' || value === 'none' || teams.has(Number(value)),
  field: (value, { fields }) => {
    const [id, answer] = value.split(':') as [string, string];
    const answers = fields.get(Number(id));
    return answers === null || answers?.has(answer) === true;
  },
};

function isThere(part: Part, value: string, known: Known): boolean {
  return kept_still[part]?.(value, known) ?? true;
}

/** The filters of a stored query, to ask the tickets by. */
export const filtersOf = (query: Record<string, string | undefined>): Filters => Filters.parse(query);

const Name = line(view_limits.name_characters);

export const NewView = z.object({ name: Name, shared: z.boolean().default(false), query: StoredQuery });
export type NewView = z.input<typeof NewView>;

export const ViewChange = z.object({
  name: Name.optional(),
  shared: z.boolean().optional(),
  query: StoredQuery.optional(),
  /** False brings back what was removed. */
  removed: z.literal(false).optional(),
});
export type ViewChange = z.input<typeof ViewChange>;

export const View = z.object({
  id: z.number().int(),
  name: z.string(),
  shared: z.boolean(),
  owner: z.object({ id: z.number().int(), name: z.string() }),
  query: StoredQuery,
  /** `change`: its name, its query, its removal. `share`: whether others have it, which is its owner's alone. */
  can: z.object({ change: z.boolean(), share: z.boolean() }),
});
export type View = z.infer<typeof View>;
export const Views = z.object({ items: z.array(View) });

const count = z.number().int();
/** How many tickets the list of each view has: of the built-in ones those that one has, the stored ones by their id. */
export const ViewCounts = z.object({
  built_in: z.partialRecord(
    z.enum(built_in_views.map(view => view.id) as [BuiltInView, ...BuiltInView[]]),
    count,
  ),
  stored: z.record(z.string(), count),
  /** One's own open tasks, on whichever ticket. */
  tasks: count,
});
export type ViewCounts = z.infer<typeof ViewCounts>;
