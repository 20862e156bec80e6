import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { inject } from 'vitest';
import { logins, people, sessions } from '#accounts/server/tables.ts';
import type { Config } from '#platform/config.ts';
import { databaseOn, type Database, type Walls } from '#platform/db/database.ts';
import { startEmbedded } from '#platform/db/embedded/embedded.ts';
import { undo } from '#tickets/rules/lifecycle.ts';
import { leaveDue } from '#tickets/server/sending/leaving.ts';
import { openServer, type Server } from '../main.server.ts';
import type { CastName } from './cast.ts';
import { town_now, urlOf } from './database-for-suite.ts';
import { clientOf, type Client } from './client.ts';

/** The server over its own copy of the town, with a clock that only moves when it is told to. */
export interface House {
  app: FastifyInstance;
  database: Database;
  config: Config;
  clock: { now: Date; advance: (ms: number) => void };
  /** Somebody of the cast, signed in. */
  as: (name: CastName) => Promise<Client>;
  anyone: Client;
  /** The undo window goes by, and what waits leaves. */
  leave: () => Promise<void>;
  close: () => Promise<void>;
}

export interface HouseOptions {
  /** A second server on another house's database: on PostgreSQL only, the embedded one is one process's. */
  beside?: House;
  walls?: { code: boolean; database: boolean };
  jobs?: boolean;
  /** Whether the desk's messages wait out the undo window; then `leave` lets them go. */
  waits?: boolean;
}

export async function openHouse(options: HouseOptions = {}): Promise<House> {
  const { walls = { code: true, database: true }, jobs = false, waits = false, beside } = options;
  const folder = await mkdtemp(join(tmpdir(), 'firstline-house-'));
  const config = configIn(folder);
  const database = beside ? anotherPool(beside) : await copyOfTown(walls);
  const clock = {
    now: town_now,
    advance: (ms: number) => void (clock.now = new Date(clock.now.getTime() + ms)),
  };
  const server: Server = await openServer(config, {
    database,
    clock: () => clock.now,
    code_wall: walls.code,
    jobs,
    waits,
  });
  await server.app.ready();
  return {
    app: server.app,
    database,
    config,
    clock,
    as: async name =>
      clientOf(server.app, { cookie: `firstline=${await signIn(database, name, clock.now)}` }),
    anyone: clientOf(server.app, {}),
    async leave() {
      clock.advance(undo.window_seconds * 1000);
      await leaveDue(database, clock.now, error => {
        throw error;
      });
    },
    async close() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

const configIn = (data_dir: string): Config => ({
  port: 0,
  host: '127.0.0.1',
  data_dir,
  database_url: undefined,
  public_url: undefined,
  trust_proxy: 0,
  status_dir: undefined,
  log_level: 'silent',
  metrics_token: undefined,
  secret_key: undefined,
  measure: true,
  demo: false,
});

async function copyOfTown(walls: Walls): Promise<Database> {
  const town = inject('town');
  if ('absent' in town) throw new Error(town.absent);
  if ('snapshot' in town) {
    const embedded = await startEmbedded({ snapshot: await readFile(town.snapshot) });
    return databaseOn(
      embedded.pool,
      { embedded: true, maintain: embedded.maintain, stop: embedded.stop },
      walls,
    );
  }
  const name = `copy_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client(town.server);
  await admin.connect();
  await admin.query(`create database ${name} template town`);
  await admin.end();
  return onServer(urlOf(town.server, name), walls);
}

function onServer(url: string, walls?: Walls): Database {
  const pool = new pg.Pool({ connectionString: url });
  return databaseOn(pool, { embedded: false, maintain: async () => {}, stop: () => pool.end() }, walls);
}

const anotherPool = ({ database }: House): Database => onServer(database.pool.options.connectionString!);

/** A session without the cost of a password: sign-in itself is tested in its own house. */
async function signIn({ owner }: Database, name: CastName, now: Date): Promise<string> {
  const [person] = await owner.select().from(people).where(eq(people.name, name));
  const ofLogin =
    person!.school_id === null ? eq(logins.person_id, person!.id) : eq(logins.school_id, person!.school_id);
  const [login] = await owner.select().from(logins).where(ofLogin);
  const secret = randomBytes(32).toString('base64url');
  await owner.insert(sessions).values({
    token_hash: createHash('sha256').update(secret).digest(),
    login_id: login!.id,
    person_id: person!.id,
    created_at: now,
    seen_at: now,
    expires_at: new Date(now.getTime() + 7 * 86_400_000),
  });
  return secret;
}
