import { z } from 'zod';
import { langs } from '#platform/schemas.ts';
import { notice_kinds, severities } from './kinds.ts';
import { notice_states } from './states.ts';

/** What everybody may read, signed in or not: the contract of `/api/public/notices` and of the file `status.json`. */

/** A time as it stays true in a file that is read later: never "today". */
const Instant = z.object({ at: z.iso.datetime(), exact: z.string() });

export const PublicNotice = z.object({
  id: z.uuid(),
  kind: z.enum(notice_kinds),
  kind_words: z.string(),
  system: z.string(),
  severity: z.enum(severities),
  severity_words: z.string(),
  lang: z.enum(langs),
  title: z.string(),
  /** Sanitised by the server. */
  html: z.string(),
  state: z.enum(notice_states),
  state_words: z.string(),
  starts: Instant,
  ends: Instant.nullable(),
  updates: z.array(z.object({ at: Instant, html: z.string(), move_words: z.string().nullable() })),
});
export type PublicNotice = z.infer<typeof PublicNotice>;

export const PublicNotices = z.object({
  /** The time of the last change; null where nothing was ever told. */
  changed: Instant.nullable(),
  items: z.array(PublicNotice),
});
export type PublicNotices = z.infer<typeof PublicNotices>;
