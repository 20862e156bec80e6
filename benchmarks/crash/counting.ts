import { openDatabase } from '#platform/db/database.ts';
import type { Place } from '../county/grounds.ts';
import type { Acknowledged } from './writers.ts';

/** What became of the acknowledged writes. Everything but `acknowledged` has to be 0. */
export interface Counted {
  acknowledged: number;
  lost: number;
  doubled: number;
  /** Lines of the story that are missing, or there more than once. */
  untold: number;
  told_twice: number;
}

/** Reads the database itself, while no server runs on it. */
export async function countWrites(
  { DATA_DIR, DATABASE_URL }: Place,
  acknowledged: readonly Acknowledged[],
): Promise<Counted> {
  const database = await openDatabase({ data_dir: DATA_DIR, database_url: DATABASE_URL || undefined });
  const tally = async (sql: string) => {
    const { rows } = await database.pool.query<{ what: string; count: number }>(sql);
    return new Map(rows.map(({ what, count }) => [what, Number(count)]));
  };
  const subjects = await tally('select subject as what, count(*) from tickets group by subject');
  const texts = await tally('select text as what, count(*) from replies group by text');
  const lines = await tally(`select ticket_number || kind as what, count(*) from events group by 1`);
  await database.stop();

  const stored = ({ deed, marker }: Acknowledged) =>
    deed === 'opened' ? [subjects.get(marker) ?? 0, texts.get(marker) ?? 0] : [texts.get(marker) ?? 0];
  const expected = new Map<string, number>();
  for (const { ticket, deed } of acknowledged)
    expected.set(ticket + deed, (expected.get(ticket + deed) ?? 0) + 1);
  const differences = [...expected].map(([line, count]) => (lines.get(line) ?? 0) - count);
  const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);
  return {
    acknowledged: acknowledged.length,
    lost: acknowledged.filter(each => stored(each).includes(0)).length,
    doubled: acknowledged.filter(each => stored(each).some(count => count > 1)).length,
    untold: sum(differences.filter(each => each < 0).map(each => -each)),
    told_twice: sum(differences.filter(each => each > 0)),
  };
}
