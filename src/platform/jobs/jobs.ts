import PgBoss from 'pg-boss';
import type { Database } from '../db/database.ts';

/** What runs when: a name, a cron line in UTC, and the work. It runs once, however many servers there are. */
export interface Schedule {
  name: string;
  cron: string;
  work: () => Promise<void>;
}

/** The queue under the schedules (pg-boss, in its own schema of the same database). Failed work is tried again. */
export async function startSchedules(
  database: Database,
  schedules: readonly Schedule[],
  failed: (error: unknown) => void,
  pollingIntervalSeconds = 30,
): Promise<{ now: (name: string) => Promise<void>; stop: () => Promise<void> }> {
  const boss = new PgBoss({
    db: { executeSql: (text, values) => database.pool.query(text, values as unknown[]) },
    schema: 'jobs',
    maintenanceIntervalMinutes: 60,
  });
  boss.on('error', failed);
  await boss.start();
  for (const { name, cron, work } of schedules) {
    await boss.createQueue(name, { name, policy: 'singleton', retryLimit: 3, retryDelay: 1 });
    await boss.work(name, { pollingIntervalSeconds }, work);
    await boss.schedule(name, cron);
  }
  return {
    now: async name => void (await boss.send(name, {})),
    stop: () => boss.stop({ graceful: true, timeout: 5000, wait: true }),
  };
}
