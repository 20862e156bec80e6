import { resolve } from 'node:path';
import { z } from 'zod';

/** What the environment may say (docs/running/configuration.md is written from these descriptions). */
const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(8080).describe('The port to listen on.'),
  HOST: z.string().min(1).default('127.0.0.1').describe('The address to listen on.'),
  DATA_DIR: z.string().min(1).default('./data').describe('Where files and the embedded database are kept.'),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\/.+/, 'must look like postgres://user:password@host:5432/name')
    .optional()
    .describe('A PostgreSQL server (15 or newer) in place of the embedded database.'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe(
      'The address that people type, when a proxy stands in front: decides the origin check and the Secure cookie.',
    ),
  TRUST_PROXY: z.coerce
    .number()
    .int()
    .min(0)
    .max(5)
    .default(0)
    .describe('How many proxies stand in front and say who called (X-Forwarded-For, counted from its end).'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'])
    .default('info')
    .describe('How much is logged.'),
  STATUS_DIR: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Where the status page is written as files that another host can serve, in place of the folder status in DATA_DIR.',
    ),
  METRICS_TOKEN: z
    .string()
    .min(16, 'at least 16 characters')
    .optional()
    .describe('The bearer token that opens /metrics to other addresses than loopback.'),
  SECRET_KEY: z
    .string()
    .refine(text => keyFrom(text) !== undefined, 'must be 32 bytes, as 64 hexadecimal digits or base64')
    .optional()
    .describe(
      'The key over secrets in the database that must be read again, in place of the file secret.key in DATA_DIR; several servers on one database need the same.',
    ),
  MEASURE: z
    .enum(['true', 'false'])
    .default('false')
    .describe('Whether each answer says how many queries it took (Server-Timing), for benchmarks.'),
});

/** 32 bytes written as 64 hexadecimal digits, or as base64; undefined for anything else. */
export function keyFrom(text: string): Buffer | undefined {
  const written = text.trim();
  if (/^[0-9a-f]{64}$/i.test(written)) return Buffer.from(written, 'hex');
  return /^[A-Za-z0-9+/_-]{43}=?$/.test(written) ? Buffer.from(written, 'base64') : undefined;
}

export interface Config {
  port: number;
  host: string;
  data_dir: string;
  database_url: string | undefined;
  public_url: URL | undefined;
  /** How many proxies in front are believed; 0 for none. */
  trust_proxy: number;
  /** Where the status page is written; without it, the folder `status` in `data_dir`. */
  status_dir: string | undefined;
  log_level: z.infer<typeof Environment>['LOG_LEVEL'];
  metrics_token: string | undefined;
  /** 32 bytes; without it, the key is a file in `data_dir` (sealing.ts). */
  secret_key: Buffer | undefined;
  measure: boolean;
  demo: boolean;
}

/** The configuration is wrong: `list` says how, a sentence each. */
export class Misconfigured extends Error {
  readonly list: string[];
  constructor(list: string[]) {
    super(`Firstline cannot start:\n${list.map(line => `  - ${line}`).join('\n')}`);
    this.name = 'Misconfigured';
    this.list = list;
  }
}

const loopback = (host: string) =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** Reads the environment and the command line; throws Misconfigured with everything that is wrong at once. */
export function readConfig(env: NodeJS.ProcessEnv, args: readonly string[] = []): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  const wrong = parsed.success
    ? []
    : parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
  const demo = args.includes('--demo');
  for (const arg of args) if (arg !== '--demo') wrong.push(`${arg}: not an option (there is only --demo)`);
  if (demo && parsed.success && !loopback(parsed.data.HOST))
    wrong.push(
      `HOST: the demo town has known passwords, so it opens on this computer only, not on ${parsed.data.HOST}`,
    );
  if (demo && parsed.success && (parsed.data.PUBLIC_URL || parsed.data.TRUST_PROXY > 0))
    wrong.push(
      'PUBLIC_URL, TRUST_PROXY: the demo town has known passwords, so no proxy may stand in front of it',
    );
  if (!parsed.success || wrong.length > 0) throw new Misconfigured(wrong);
  const read = parsed.data;
  return {
    port: read.PORT,
    host: read.HOST,
    data_dir: resolve(read.DATA_DIR),
    database_url: read.DATABASE_URL,
    public_url: read.PUBLIC_URL ? new URL(read.PUBLIC_URL) : undefined,
    trust_proxy: read.TRUST_PROXY,
    status_dir: read.STATUS_DIR === undefined ? undefined : resolve(read.STATUS_DIR),
    log_level: read.LOG_LEVEL,
    metrics_token: read.METRICS_TOKEN,
    secret_key: read.SECRET_KEY === undefined ? undefined : keyFrom(read.SECRET_KEY),
    measure: read.MEASURE === 'true',
    demo,
  };
}

/** Each variable with its default and what it is for: the table in docs/running. */
export const configurationTable = () =>
  Object.entries(Environment.shape).map(([name, schema]) => ({
    name,
    preset: schema instanceof z.ZodDefault ? String(schema.def.defaultValue) : '',
    says: schema.description ?? '',
  }));
