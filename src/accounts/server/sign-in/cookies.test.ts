import cookie from '@fastify/cookie';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import { clearSession, cookiesOf, setCookies, type CookieHome } from './cookies.ts';
import { newSecret } from './secrets.ts';

const secrets = { session: newSecret(), browser: newSecret() };

/** A server that signs in, tells what it was sent, and signs out. */
async function serverAt(home: CookieHome) {
  const app = fastify();
  await app.register(cookie);
  app.post('/', async (_, reply) => setCookies(home, reply, secrets));
  app.get('/', async request => cookiesOf(home, request));
  app.delete('/', async (_, reply) => clearSession(home, reply));
  const set = async (method: 'POST' | 'DELETE') =>
    [(await app.inject({ method, url: '/' })).headers['set-cookie'] ?? []].flat();
  const read = async (header: string) => (await app.inject({ url: '/', headers: { cookie: header } })).json();
  return { set, read };
}

test('behind https the cookies are Secure, and of this host alone', async () => {
  const { set, read } = await serverAt({ public_url: new URL('https://help.example') });
  expect(await set('POST')).toEqual([
    `__Host-firstline=${secrets.session}; Max-Age=604800; Path=/; HttpOnly; Secure; SameSite=Lax`,
    `__Host-firstline-browser=${secrets.browser}; Max-Age=31536000; Path=/; HttpOnly; Secure; SameSite=Lax`,
  ]);
  expect(await read(`__Host-firstline=${secrets.session}`)).toEqual({ session: secrets.session });
  expect(await read(`firstline=${secrets.session}`)).toEqual({});
});

test('over plain http on this computer they are not, or a browser would not keep them', async () => {
  const { set, read } = await serverAt({ public_url: undefined });
  expect((await set('POST'))[0]).toBe(
    `firstline=${secrets.session}; Max-Age=604800; Path=/; HttpOnly; SameSite=Lax`,
  );
  expect(await read(`firstline=${secrets.session}; firstline-browser=${secrets.browser}`)).toEqual(secrets);
});

test('signing out takes the session’s cookie away and leaves the browser known', async () => {
  const { set } = await serverAt({ public_url: undefined });
  expect(await set('DELETE')).toEqual([expect.stringMatching(/^firstline=; .*Expires=Thu, 01 Jan 1970/)]);
});

test('a value that cannot be ours is not looked at', async () => {
  const { read } = await serverAt({ public_url: undefined });
  expect(await read('firstline=%00; firstline-browser=short')).toEqual({});
});
