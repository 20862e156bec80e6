import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';
import type { Words } from '#platform/schemas.ts';

/** Single sign-on of the iGroup by one provider (OpenID Connect): the contract of `/api/sign-on`. */

export const whose_passwords = ['everybody', 'administrators'] as const;
export type WhosePasswords = (typeof whose_passwords)[number];

/** Why a browser is sent to the provider: to sign in, to bind one's own subject, to come in by an invitation. */
export const purposes = ['sign_in', 'binding', 'invitation'] as const;
export type Purpose = (typeof purposes)[number];

/** A way to the provider and back takes this long at most. */
const way_ms = 10 * 60_000;
export const wayIsOver = (left_at: Date, now: Date): boolean => now.getTime() - left_at.getTime() >= way_ms;

/**
 * Whether somebody of the iGroup may sign in by password. Administrators always: the provider may be down, or set up
 * wrongly, and somebody has to be able to mend that.
 */
export const passwordOpens = (
  provider: { is_on: boolean; passwords: WhosePasswords } | undefined,
  roles: readonly string[],
): boolean => !provider?.is_on || provider.passwords === 'everybody' || roles.includes('administrator');

/** Secrets travel to the provider, so it is https; on this computer alone it need not be. */
export function issuerFits(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, search, hash, username, password } = new URL(text);
  if (search || hash || username || password) return false;
  const here = hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
  return protocol === 'https:' || (protocol === 'http:' && here);
}

const Issuer = line(500).refine(issuerFits, 'issuer');
const Claim = z
  .string()
  .trim()
  .regex(/^[A-Za-z][\w:./-]{0,79}$/);

const settings = {
  issuer: Issuer,
  client_id: line(500),
  claim: Claim.default('preferred_username'),
  label: line(60),
};

export const SignOnChange = z.object({
  ...settings,
  /** Left out: the one that is kept stays. */
  client_secret: line(500).optional(),
  is_on: z.boolean(),
  passwords: z.enum(whose_passwords),
});
export type SignOnChange = z.infer<typeof SignOnChange>;

/** What to try: as typed, before it is saved. */
export const SignOnTrial = z.object({
  issuer: Issuer,
  client_id: line(500),
  client_secret: line(500).optional(),
});
export type SignOnTrial = z.infer<typeof SignOnTrial>;

export const SignOnSettings = z.object({
  issuer: z.string(),
  client_id: z.string(),
  /** `lost`: the key that sealed it is another one now. */
  client_secret: z.enum(['none', 'kept', 'lost']),
  claim: z.string(),
  label: z.string(),
  is_on: z.boolean(),
  passwords: z.enum(whose_passwords),
  /** Where the provider sends browsers back to; typed in there. */
  back: z.string(),
  changed: z.object({ by: z.string(), at: Moment }).nullable(),
});
export type SignOnSettings = z.infer<typeof SignOnSettings>;

/** What the provider answered, step by step; the first that failed is the last. */
export const TrialAnswer = z.object({
  works: z.boolean(),
  steps: z.array(z.object({ ok: z.boolean(), sentence: z.string() })),
});
export type TrialAnswer = z.infer<typeof TrialAnswer>;

/** What the sign-in page is told: the button, whose passwords open, and why the last way back ended here. */
export const SignOnOffer = z.object({
  label: z.string().nullable(),
  passwords: z.enum(whose_passwords),
  said: z.string().nullable(),
});
export type SignOnOffer = z.infer<typeof SignOnOffer>;

/** `to`: the page to go on to, as at sign-in. An invitation is named by what stands behind the # of its link. */
export const Departing = z.object({
  purpose: z.enum(purposes),
  to: z.string().max(500).optional(),
  secret: z.string().trim().max(200).optional(),
});
export const Departed = z.object({ location: z.string() });

/** One's own way in, or somebody's for an administrator. */
export const Bound = z.object({
  id: z.number().int(),
  seen_as: z.string().nullable(),
  bound: Moment,
});
export const OwnSignOn = z.object({ label: z.string().nullable(), bound: Bound.nullable() });
export type OwnSignOn = z.infer<typeof OwnSignOn>;

/** How a way to the provider can end badly, and what each says to the person. None tells what the provider wrote. */
export const returns = {
  off: {
    en: 'Single sign-on is not switched on here. Sign in with your password.',
    fr: 'L’authentification unique n’est pas activée ici. Connectez-vous avec votre mot de passe.',
  },
  unsealed: {
    en: 'This help desk can no longer read its secret for the provider. An administrator must type it again.',
    fr: 'Ce centre d’aide ne peut plus lire son secret pour le fournisseur. Il faut que l’administration le saisisse de nouveau.',
  },
  down: {
    en: 'The sign-in provider does not answer. Try again in a few minutes; administrators can sign in with their password.',
    fr: 'Le fournisseur d’identité ne répond pas. Réessayez dans quelques minutes; l’administration peut se connecter avec son mot de passe.',
  },
  wrong_issuer: {
    en: 'The address does not answer as the provider that was set up. An administrator must check the issuer.',
    fr: 'L’adresse ne répond pas comme le fournisseur configuré. L’administration doit vérifier l’émetteur.',
  },
  wrong_client: {
    en: 'The provider does not accept this help desk’s client id and secret. An administrator must check them.',
    fr: 'Le fournisseur n’accepte pas l’identifiant et le secret de ce centre d’aide. L’administration doit les vérifier.',
  },
  wrong_key: {
    en: 'What the provider answered is not signed with its key. Try again; if it stays so, tell an administrator.',
    fr: 'La réponse du fournisseur n’est pas signée avec sa clé. Réessayez; si cela persiste, avertissez l’administration.',
  },
  refused: {
    en: 'The provider did not sign you in. Try again, or use your password.',
    fr: 'Le fournisseur ne vous a pas connecté. Réessayez, ou utilisez votre mot de passe.',
  },
  unknown_way: {
    en: 'This browser did not start this sign-in, or it is long over. Start again here.',
    fr: 'Ce navigateur n’a pas commencé cette connexion, ou elle est finie depuis longtemps. Recommencez ici.',
  },
  late: {
    en: 'This took longer than ten minutes. Start again here.',
    fr: 'Cela a pris plus de dix minutes. Recommencez ici.',
  },
  again: {
    en: 'This sign-in was used already. Start again here.',
    fr: 'Cette connexion a déjà servi. Recommencez ici.',
  },
  unknown_subject: {
    en: 'The provider knows you, but nobody of the iGroup is linked to this account. Sign in with your password and link it, or ask an administrator for an invitation.',
    fr: 'Le fournisseur vous connaît, mais personne de l’iGroup n’est lié à ce compte. Connectez-vous avec votre mot de passe et liez-le, ou demandez une invitation à l’administration.',
  },
  taken: {
    en: 'This account of the provider is linked to somebody else already.',
    fr: 'Ce compte du fournisseur est déjà lié à quelqu’un d’autre.',
  },
  no_link: {
    en: 'The invitation is over, was withdrawn or was used. Ask the administrator for a new one.',
    fr: 'L’invitation est expirée, retirée ou déjà utilisée. Demandez-en une nouvelle à l’administration.',
  },
} as const satisfies Record<string, Words>;
export type ReturnReason = keyof typeof returns;

export const reasonNamed = (text: string | undefined): ReturnReason | undefined =>
  text !== undefined && Object.hasOwn(returns, text) ? (text as ReturnReason) : undefined;
