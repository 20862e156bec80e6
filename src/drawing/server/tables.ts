import { jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Lang } from '#platform/schemas.ts';
import type { Scenes } from '../rules/scene.ts';

/** The table of this house, as the migration makes it, which also says what it means. */
export const drawings = pgTable(
  'drawings',
  {
    name: text('name').notNull(),
    lang: text('lang').$type<Lang>().notNull(),
    content: text('content').notNull(),
    scenes: jsonb('scenes').$type<Scenes>().notNull(),
  },
  table => [primaryKey({ columns: [table.name, table.lang] })],
);
