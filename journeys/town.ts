import { cp, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, inject } from 'vitest';
import { startServer, type Started } from './server.ts';

/** Each file of journeys has a server and a town of its own, so that none depends on what another has done. */
let town: Started | undefined;

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'firstline-journey-'));
  await cp(inject('town_folder'), folder, { recursive: true });
  town = await startServer(['--demo'], { folder, port: '0' });
});
afterAll(() => town?.stop());

/** Where this file's town is open. */
export const townAt = (): string => town!.address;
