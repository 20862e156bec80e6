import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { page_bytes } from '../../rules/page.ts';
import { tellDue, writingFiles } from '../keeping.ts';

/** The page without sign-in, and the files that another host serves. */

let house: House;
let nadia: Client;
let folder: string;
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
  folder = await mkdtemp(join(tmpdir(), 'firstline-status-'));
});
afterAll(async () => {
  await house.close();
  await rm(folder, { recursive: true });
});

const base = '/api/status/notices';
const links = [{ path: '/help', name: { en: 'Help', fr: 'Aide' } }];
async function told(title: string, more: object = {}): Promise<string> {
  const about = {
    kind: 'incident',
    system: 1,
    severity: 'down',
    for: { kind: 'public' },
    text: 'Some **words**.',
  };
  const { body } = await nadia.post(base, { ...about, title, ...more });
  await nadia.post(`${base}/${body.id}/publication`, { edition: 1 });
  return body.id;
}
const read = (url = '/status', headers: Record<string, string> = {}) => house.app.inject({ url, headers });
const written = (status_dir: string | undefined) =>
  writingFiles(
    { database: house.database, clock: () => house.clock.now },
    { config: { ...house.config, status_dir, public_url: new URL('https://desk.example.org/') }, links },
  );

test('the page is small and plain, shows what is public with its history, in the reader’s language', async () => {
  const id = await told('Nobody can sign in');
  await told('For schools alone', { for: { kind: 'schools' } });
  await told('<script>alert(1)</script>', { text: '<img src=x onerror=alert(1)> [a](javascript:alert(1))' });
  await nadia.post(`${base}/${id}/updates`, { text: 'We found why.' });
  const { body, headers, statusCode } = await read();
  expect(statusCode).toBe(200);
  expect(Buffer.byteLength(body)).toBeLessThan(page_bytes);
  expect(body).not.toMatch(/<script|<img|href="javascript|onerror=[^&]*>/);
  expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-/);
  expect(headers['set-cookie']).toBeUndefined();
  expect(body).toContain('<strong>words</strong>');
  expect(body).toContain('We found why.');
  expect(body).toContain('Monday 23 November 2026, 10:00 Pacific time');
  expect(body).toContain('href="/help"');
  expect(body).not.toContain('For schools alone');
  expect((await read('/status', { 'accept-language': 'fr' })).body).toContain('Ne fonctionne pas');
  expect((await read('/status?lang=fr')).body).toContain('<html lang="fr">');
  expect((await read('/status?lang=none')).statusCode).toBe(200);
  await nadia.post(`${base}/${id}/updates`, { text: 'Mended.', move: 'solve' });
  expect((await read()).body).toContain('It is solved');
  house.clock.advance(91 * 86_400_000);
  expect((await read()).body).not.toContain('Nobody can sign in');
  house.clock.advance(-91 * 86_400_000);
});

test('however much is told, the page stays within its size, and says what it leaves out', async () => {
  for (let count = 0; count < 14; count++) await told(`Long ${count}`, { text: 'Many words. '.repeat(400) });
  const { body } = await read();
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(page_bytes);
  expect(body).toContain('Long ');
  expect(body).toMatch(/Older ones are left out here: [1-9]/);
  expect((await house.anyone.get('/api/public/notices')).body.items.length).toBeGreaterThan(14);
});

test('the files say the same, lead back here, and are never seen half written', async () => {
  // The newest comes first, whatever room the others take.
  house.clock.advance(60_000);
  const id = await told('In the files');
  const write = written(join(folder, 'served'));
  await Promise.all([write(), written(join(folder, 'served'))()]);
  const names = ['fr.html', 'index.html', 'status.json'];
  const file = (name: string) => readFile(join(folder, 'served', name), 'utf8');
  expect((await readdir(join(folder, 'served'))).sort()).toEqual(names);
  expect(await file('index.html')).toContain('In the files');
  expect(await file('index.html')).toContain('href="https://desk.example.org/help"');
  expect(await file('fr.html')).toContain('href="index.html"');
  expect(
    JSON.parse(await file('status.json')).en.items.map(({ title }: { title: string }) => title),
  ).toContain('In the files');
  await nadia.post(`${base}/${id}/updates`, { text: 'Gone.', move: 'cancel' });
  await tellDue({ database: house.database, clock: () => house.clock.now });
  await write();
  expect(
    JSON.parse(await file('status.json')).en.items.find((each: { id: string }) => each.id === id).state,
  ).toBe('cancelled');
  expect((await readdir(join(folder, 'served'))).sort()).toEqual(names);
});

test('one address cannot ask without end', async () => {
  house.clock.advance(60_000);
  let last = 0;
  for (let times = 0; times <= 61; times++) last = (await read()).statusCode;
  expect(last).toBe(429);
  house.clock.advance(60_000);
  expect((await house.anyone.get('/api/public/notices')).status).toBe(200);
});
