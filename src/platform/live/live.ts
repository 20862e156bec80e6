/**
 * Live updates: readers in groups that may see the same rows. Whoever wakes a group makes it read what is newer than
 * its slowest reader has, through that group's own wall, so catching up after a cut line and hearing of a new event
 * are one and the same.
 */

export interface LiveRow {
  position: number;
}

export interface LiveReader<Row extends LiveRow> {
  /** The last position that this reader has; rows after it are sent once and in order. */
  position: number;
  send: (row: Row) => void;
}

interface Group<Row extends LiveRow> {
  readers: Set<LiveReader<Row>>;
  read: (after: number) => Promise<Row[]>;
  /** Something happened while the group was reading: read once more. */
  again: boolean;
  reading: boolean;
}

export interface Live<Row extends LiveRow> {
  /** Joins a group; answers how to leave it. `read` answers rows after a position, oldest first, through the wall. */
  join: (key: string, read: Group<Row>['read'], reader: LiveReader<Row>) => () => void;
  wake: (key: string) => void;
  wakeAll: () => void;
  readers: () => number;
}

/** `page` is how many rows a read gives at most; `failed` hears of one that did not work; it is tried again soon. */
export function openLive<Row extends LiveRow>(page: number, failed: (error: unknown) => void): Live<Row> {
  const groups = new Map<string, Group<Row>>();

  const pump = async (group: Group<Row>): Promise<void> => {
    if (group.reading) {
      group.again = true;
      return;
    }
    group.reading = true;
    try {
      do {
        group.again = false;
        const rows = await readOnce(group);
        if (rows === page) group.again = true; // there may be more
      } while (group.again && group.readers.size > 0);
    } catch (error) {
      failed(error);
      setTimeout(() => void pump(group), 1000).unref();
    } finally {
      group.reading = false;
    }
  };

  const wake = (key: string) => {
    const group = groups.get(key);
    if (group) void pump(group);
  };

  return {
    join(key, read, reader) {
      const group = groups.get(key) ?? { readers: new Set(), read, again: false, reading: false };
      groups.set(key, group);
      group.readers.add(reader);
      void pump(group);
      return () => {
        group.readers.delete(reader);
        if (group.readers.size === 0 && groups.get(key) === group) groups.delete(key);
      };
    },
    wake,
    wakeAll: () => [...groups.keys()].forEach(wake),
    readers: () => [...groups.values()].reduce((sum, group) => sum + group.readers.size, 0),
  };
}

/** Answers how many rows there were. */
async function readOnce<Row extends LiveRow>(group: Group<Row>): Promise<number> {
  const slowest = Math.min(...[...group.readers].map(reader => reader.position));
  if (!Number.isFinite(slowest)) return 0;
  const rows = await group.read(slowest);
  for (const row of rows)
    for (const reader of group.readers)
      if (row.position > reader.position) {
        reader.position = row.position;
        reader.send(row);
      }
  return rows.length;
}
