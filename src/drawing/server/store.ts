import { and, eq } from 'drizzle-orm';
import type { Db } from '#platform/db/database.ts';
import type { Scenes } from '../rules/scene.ts';
import { drawings } from './tables.ts';

/** All SQL of the drawings. */

type Named = Pick<typeof drawings.$inferSelect, 'name' | 'lang' | 'content'>;

/** How exactly this content was laid out; undefined when it never was, or another was since. */
export async function selectScenes(db: Db, { name, lang, content }: Named): Promise<Scenes | undefined> {
  const [row] = await db
    .select({ scenes: drawings.scenes })
    .from(drawings)
    .where(and(eq(drawings.name, name), eq(drawings.lang, lang), eq(drawings.content, content)));
  return row?.scenes;
}

export const keepScenes = (db: Db, { name, lang, content }: Named, scenes: Scenes) =>
  db
    .insert(drawings)
    .values({ name, lang, content, scenes })
    .onConflictDoUpdate({ target: [drawings.name, drawings.lang], set: { content, scenes } });
