import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';
import { NewPassword, Username } from './session.ts';
import { desk_roles } from './who.ts';

/** One-time links: handed over by hand, used once. The contract of `/api/invitations`, `…/reset` and `/api/links`. */

export const link_kinds = ['invitation', 'reset'] as const;
export type LinkKind = (typeof link_kinds)[number];

const hour_ms = 3_600_000;
export const link_hours = { invitation: 7 * 24, reset: 24 } as const satisfies Record<LinkKind, number>;

/** When a link that is made now is over. */
export const linkEnds = (kind: LinkKind, now: Date): Date =>
  new Date(now.getTime() + link_hours[kind] * hour_ms);

interface LinkTimes {
  expires_at: Date;
  used_at: Date | null;
  withdrawn_at: Date | null;
}

/** What a link is now; the first that is true, in this order: what was used stays used. */
export function stateOfLink({ expires_at, used_at, withdrawn_at }: LinkTimes, now: Date): LinkState {
  if (used_at) return 'used';
  if (withdrawn_at) return 'withdrawn';
  return now < expires_at ? 'open' : 'expired';
}
export const link_states = ['open', 'used', 'withdrawn', 'expired'] as const;
export type LinkState = (typeof link_states)[number];

/** The page of a link. What opens it stands behind the #, which browsers send to no server and to no other site. */
export const linkPath = (secret: string): string => `/welcome#${secret}`;

const Roles = z.array(z.enum(desk_roles)).min(1);

export const NewInvitation = z.object({ name: line(120), roles: Roles, username: Username });

export const Invitation = z.object({
  id: z.number().int(),
  name: z.string(),
  username: z.string(),
  roles: z.array(z.enum(desk_roles)),
  state: z.enum(link_states),
  made: Moment,
  made_by: z.string(),
  expires: Moment,
});
export type Invitation = z.infer<typeof Invitation>;

/** The link itself, once: only its hash is kept. */
export const MadeLink = z.object({ path: z.string(), name: z.string(), expires: Moment });
export type MadeLink = z.infer<typeof MadeLink>;

/** `at_once`: the old password and her sessions end now, not only when she has chosen another. */
export const ResetAsked = z.object({ at_once: z.boolean().default(false) });

const Secret = z.string().trim().max(200);

/** What stands behind the # of a link's page. */
export const LinkShown = z.object({ secret: Secret });
export const LinkUsed = z.object({ secret: Secret, password: NewPassword });

/** What the page of a link tells whom it is for. */
export const OpenLink = z.object({
  kind: z.enum(link_kinds),
  name: z.string(),
  username: z.string(),
  expires: Moment,
  /** What the provider's button says, where she may come in that way instead of by a password. */
  provider: z.string().nullable(),
});
export type OpenLink = z.infer<typeof OpenLink>;

/** Whether she is in at once; after another password she signs in as always, with her second key where she has one. */
export const Arrival = z.object({ signed_in: z.boolean() });
