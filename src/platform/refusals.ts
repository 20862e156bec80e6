import type { Words } from './schemas.ts';

/** The ways to be refused, and the HTTP status of each: this is the one place that knows them. */
export const refusals = {
  not_signed_in: { status: 401, title: { en: 'Please sign in', fr: 'Veuillez vous connecter' } },
  not_allowed: { status: 403, title: { en: 'Not allowed', fr: 'Non autorisé' } },
  not_found: { status: 404, title: { en: 'Not found', fr: 'Introuvable' } },
  not_now: { status: 409, title: { en: 'Not possible now', fr: 'Impossible pour l’instant' } },
  too_large: { status: 413, title: { en: 'Too large', fr: 'Trop volumineux' } },
  not_valid: { status: 422, title: { en: 'Please correct', fr: 'À corriger' } },
  too_many: { status: 429, title: { en: 'Too many attempts', fr: 'Trop de tentatives' } },
} as const satisfies Record<string, { status: number; title: Words }>;

export type RefusalKind = keyof typeof refusals;

/** A deed says no. Becomes an RFC 9457 problem; `more` adds members to it. */
export class Refusal extends Error {
  readonly kind: RefusalKind;
  readonly sentence: Words;
  readonly more: {
    errors?: { field: string; sentence: Words }[];
    retry_after_seconds?: number;
    follow_up?: number;
    /** The ticket in which a merged one goes on. */
    goes_on_in?: number;
    /** Why a message was stopped, for a screen that offers the next step. */
    stop?: string;
    /** What is there instead of what was to be put there. */
    kept?: unknown;
    /** The door that is shut. */
    gate?: string;
    /** What is still open and holds it back. */
    open?: unknown;
  };
  constructor(kind: RefusalKind, sentence: Words, more: Refusal['more'] = {}) {
    super(sentence.en);
    this.name = 'Refusal';
    this.kind = kind;
    this.sentence = sentence;
    this.more = more;
  }
}

export const notSignedIn = () =>
  new Refusal('not_signed_in', {
    en: 'Sign in first, then try again.',
    fr: 'Connectez-vous, puis réessayez.',
  });

export const notFound = () =>
  new Refusal('not_found', {
    en: 'There is nothing here that you can see.',
    fr: 'Il n’y a rien ici que vous puissiez voir.',
  });

export const notAllowed = (sentence: Words) => new Refusal('not_allowed', sentence);
export const notNow = (sentence: Words, more?: Refusal['more']) => new Refusal('not_now', sentence, more);

/** One field is wrong: named, with what to do. */
export const notValid = (field: string, sentence: Words) =>
  new Refusal('not_valid', sentence, { errors: [{ field, sentence }] });
