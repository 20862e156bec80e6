import { openDatabase } from '#platform/db/database.ts';
import type { Numbers } from '../asking/operations.ts';
import type { Place } from '../county/grounds.ts';

/** The tickets of a copy, for the callers to choose from. Before a server runs on it. */
export async function numbersOf({ DATA_DIR, DATABASE_URL }: Place): Promise<Numbers> {
  const database = await openDatabase({ data_dir: DATA_DIR, database_url: DATABASE_URL || undefined });
  const { rows } = await database.pool.query<{ number: number; state: string }>(
    'select number, state from tickets order by number',
  );
  await database.stop();
  return {
    all: rows.map(({ number }) => number),
    in_progress: rows.filter(({ state }) => state === 'in_progress').map(({ number }) => number),
  };
}
