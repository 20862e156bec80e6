import { z } from 'zod';
import { families, systems, verdicts } from '../browsers.ts';

/** What a page measured of its computer and its line. Everything may be missing: what could not be measured isn't said. */

const ms = z.number().int().min(0).max(600_000);
const told = z.string().max(200);
/** As a page asks it: letters beyond ASCII are longer than they were typed. */
const address = z.string().max(2000);
const reached = z.array(z.object({ address, after: ms.nullable() })).max(20);

export const Measured = z.object({
  at: z.iso.datetime(),
  browser: z
    .object({
      family: z.enum(families).nullable(),
      version: z.number().int().min(0).max(9999),
      system: z.enum(systems).nullable(),
      verdict: z.enum(verdicts),
    })
    .optional(),
  online: z.boolean().optional(),
  cookies: z.boolean().optional(),
  storage: z.boolean().optional(),
  popups: z.boolean().optional(),
  /** How many seconds the computer's clock is ahead of the desk's. */
  clock_ahead: z.number().int().optional(),
  /** A series of small requests to the desk. */
  desk: z
    .object({ sent: z.number().int().min(1).max(100), lost: z.number().int().min(0), median: ms, jitter: ms })
    .optional(),
  /** Whether each site that an administrator names answered, and after how long. */
  sites: reached.optional(),
  /** The same of what else is named; it picks no answer. */
  others: reached.optional(),
  sis: z.object({ after: ms.nullable() }).optional(),
  /** A known text came as it was sent. */
  body: z.enum(['whole', 'altered', 'none']).optional(),
  /** Events come one by one, all at once at the end, or not. */
  stream: z.enum(['live', 'held_back', 'cut']).optional(),
  /** A large message arrives whole. */
  large: z.enum(['whole', 'refused']).optional(),
  /** What the desk saw of a proxy on the way. */
  proxy: z
    .object({ via: told.nullable(), hops: z.number().int().min(0).max(50), changed: z.array(told).max(10) })
    .optional(),
  address: z.enum(['IPv4', 'IPv6']).optional(),
  /** How many notices are open for this school. */
  notices: z.number().int().min(0).optional(),
});
export type Measured = z.infer<typeof Measured>;

/** What the desk answers to a small request. */
export const Seen = z.object({
  at: z.iso.datetime(),
  address: z.enum(['IPv4', 'IPv6']),
  via: z.string().nullable(),
  /** Proxies that named themselves, but the installation's own. */
  hops: z.number().int(),
  /** The two headers that the page set, as they arrived. */
  accept: z.string().nullable(),
  mark: z.string().nullable(),
});
export type Seen = z.infer<typeof Seen>;
