import type {} from '@fastify/cookie';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Config } from '#platform/config.ts';
import { key_limits } from '../../rules/keys/kinds.ts';
import { limits } from '../../rules/session.ts';
import { looksLikeSecret } from './secrets.ts';

/**
 * Cookies that stay: `session` says who is signed in; `half` that a password was right and a second key is waited for;
 * `browser` stays for a year and says which logins were used here.
 */
export interface Cookies {
  session: string | undefined;
  half: string | undefined;
  browser: string | undefined;
}

export type CookieHome = Pick<Config, 'public_url'>;

const year_seconds = 365 * 24 * 3600;

const isSecure = ({ public_url }: CookieHome) => public_url?.protocol === 'https:';

// `__Host-`: no other host of the domain can set it. Browsers take that prefix over https only.
const namesOf = (home: CookieHome) =>
  isSecure(home)
    ? {
        session: '__Host-firstline',
        half: '__Host-firstline-half',
        browser: '__Host-firstline-browser',
        way: '__Host-firstline-way',
      }
    : {
        session: 'firstline',
        half: 'firstline-half',
        browser: 'firstline-browser',
        way: 'firstline-way',
      };

/** The cookies that a request carries, those that can be ours. */
export function cookiesOf(home: CookieHome, { cookies }: FastifyRequest): Cookies {
  const names = namesOf(home);
  const of = (name: string) => ours(cookies[name]);
  return { session: of(names.session), half: of(names.half), browser: of(names.browser) };
}

const ours = (value: string | undefined) =>
  value !== undefined && looksLikeSecret(value) ? value : undefined;

/** Signs a browser in: its session, and that it is known from now on. */
export function setCookies(
  home: CookieHome,
  reply: FastifyReply,
  secrets: { session: string; browser: string },
): void {
  const names = namesOf(home);
  reply.setCookie(names.session, secrets.session, { ...options(home), maxAge: limits.absolute_hours * 3600 });
  reply.setCookie(names.browser, secrets.browser, { ...options(home), maxAge: year_seconds });
}

/** Lets a browser wait for the second key; the cookie opens nothing by itself. */
export function setHalf(home: CookieHome, reply: FastifyReply, half: string): void {
  reply.setCookie(namesOf(home).half, half, { ...options(home), maxAge: key_limits.half_open_minutes * 60 });
}

/** It waits no more. */
export function clearHalf(home: CookieHome, reply: FastifyReply): void {
  if (cookiesOf(home, reply.request).half) reply.clearCookie(namesOf(home).half, options(home));
}

/** Signs a browser out; it stays known. */
export function clearSession(home: CookieHome, reply: FastifyReply): void {
  reply.clearCookie(namesOf(home).session, options(home));
}

/** The cookie of a browser that is on its way to the provider of single sign-on, and has to come back with it. */
export const wayCookie = {
  set: (home: CookieHome, reply: FastifyReply, secret: string) =>
    void reply.setCookie(namesOf(home).way, secret, { ...options(home), maxAge: 600 }),
  of: (home: CookieHome, { cookies }: FastifyRequest) => ours(cookies[namesOf(home).way]),
  clear: (home: CookieHome, reply: FastifyReply) => void reply.clearCookie(namesOf(home).way, options(home)),
};

const options = (home: CookieHome) =>
  ({ httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure(home) }) as const;
