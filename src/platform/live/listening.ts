import type pg from 'pg';

/** Hears NOTIFY on one channel; `heard` gets the payload, or null after the line was lost and found again. */
export async function listenTo(
  pool: pg.Pool,
  channel: string,
  heard: (payload: string | null) => void,
): Promise<{ stop: () => Promise<void> }> {
  let stopped = false;
  let client: pg.PoolClient | undefined;
  let waiting: NodeJS.Timeout | undefined;

  const connect = async () => {
    const opened = await pool.connect();
    if (stopped) return opened.release();
    client = opened;
    let gone = false;
    const drop = () => {
      if (gone || stopped) return; // stop releases it itself
      gone = true;
      if (client === opened) client = undefined;
      opened.release(true);
      again();
    };
    // The embedded database's connections share one session, and so hear each other's channels.
    opened.on('notification', message => message.channel === channel && heard(message.payload ?? ''));
    opened.once('error', drop);
    await opened.query(`listen ${channel}`).catch(drop);
  };
  const again = () => {
    if (stopped) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => connect().then(() => heard(null), again), 500);
  };

  await connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(waiting);
      client?.removeAllListeners('notification');
      client?.release(true);
    },
  };
}
