import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { keyFrom, Misconfigured, readConfig } from './config.ts';
import { openSealing, sealingWith } from './sealing.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'firstline-sealing-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const here = () => ({ data_dir: folder, secret_key: undefined });
const key = Buffer.alloc(32, 7);

test('what is sealed opens again, about the same thing and with the same key only', () => {
  const sealing = sealingWith(key);
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string(), (text, about) => {
      const sealed = sealing.seal(text, about);
      expect(sealing.unseal(sealed, about)).toBe(Buffer.from(text).toString());
      expect(sealing.unseal(sealed, `${about}x`)).toBeUndefined();
      expect(sealingWith(Buffer.alloc(32, 8)).unseal(sealed, about)).toBeUndefined();
    }),
  );
});

test('the same text is sealed differently each time', () => {
  const sealing = sealingWith(key);
  expect(sealing.seal('secret', 'a')).not.toBe(sealing.seal('secret', 'a'));
});

test('a changed or shortened seal does not open, whatever was changed', () => {
  const sealing = sealingWith(key);
  const sealed = sealing.seal('the client secret', 'a');
  const bytes = Buffer.from(sealed.slice(3), 'base64url');
  for (let at = 0; at < bytes.length; at++) {
    const other = Buffer.from(bytes);
    other[at]! ^= 1;
    expect(sealing.unseal(`v1.${other.toString('base64url')}`, 'a')).toBeUndefined();
    expect(sealing.unseal(`v1.${bytes.subarray(0, at).toString('base64url')}`, 'a')).toBeUndefined();
  }
  expect(sealing.unseal(sealed.slice(3), 'a')).toBeUndefined();
});

test('the first start makes the key, for its owner alone; the next ones read it', async () => {
  const sealed = (await openSealing(here())).seal('secret', 'a');
  expect((await stat(join(folder, 'secret.key'))).mode & 0o777).toBe(0o600);
  expect((await openSealing(here())).unseal(sealed, 'a')).toBe('secret');
});

test('of many first starts at once, all have the same key', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => openSealing(here())));
  const sealed = all[0]!.seal('secret', 'a');
  expect(all.map(each => each.unseal(sealed, 'a'))).toEqual(Array(8).fill('secret'));
});

test('a file without a key stops the start and stays as it is', async () => {
  await writeFile(join(folder, 'secret.key'), 'half a ke');
  await expect(openSealing(here())).rejects.toThrow(Misconfigured);
  expect(await readFile(join(folder, 'secret.key'), 'utf8')).toBe('half a ke');
});

test('SECRET_KEY is used in place of the file, and refused when it is no key', async () => {
  const { secret_key } = readConfig({ SECRET_KEY: key.toString('base64') });
  const sealed = (await openSealing({ data_dir: folder, secret_key })).seal('secret', 'a');
  expect(sealingWith(key).unseal(sealed, 'a')).toBe('secret');
  await expect(stat(join(folder, 'secret.key'))).rejects.toThrow('ENOENT');
  expect(() => readConfig({ SECRET_KEY: 'short' })).toThrow('SECRET_KEY');
});

test('a key is 32 bytes, in hexadecimal or base64', () => {
  expect(keyFrom(`${key.toString('hex')}\n`)).toEqual(key);
  expect(keyFrom(key.toString('base64'))).toEqual(key);
  expect(keyFrom(key.toString('base64url'))).toEqual(key);
  expect(keyFrom('z'.repeat(64))).toBeUndefined();
  expect(keyFrom('')).toBeUndefined();
});
