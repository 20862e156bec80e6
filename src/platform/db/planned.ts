import type pg from 'pg';

/**
 * The database keeps a named statement's plan with the session, and planning costs more than most of our queries do.
 * Names go to statements by text and role: row security is part of a plan, so one that two roles shared would be made
 * anew at every turn. In transactions only: all connections to the embedded database share one session, and a
 * transaction has it to itself from a statement's parsing to the news of it.
 */
export function planned(client: pg.PoolClient, role: string): pg.PoolClient {
  const query = (asked: string | pg.QueryConfig, values?: unknown[]) => {
    if (typeof asked === 'string' || !values?.length) return client.query(asked as pg.QueryConfig, values);
    const name = nameOf(role, asked.text);
    return client.query(name === undefined ? asked : { ...asked, name }, values);
  };
  return { query } as unknown as pg.PoolClient;
}

const most_names = 500;
const names = new Map<string, string>();

/** The same text has the same name for the life of the process; rare shapes beyond the most stay without. */
function nameOf(role: string, text: string): string | undefined {
  const key = `${role}\n${text}`;
  const known = names.get(key);
  if (known !== undefined || names.size >= most_names) return known;
  const name = `firstline_${names.size}`;
  names.set(key, name);
  return name;
}
