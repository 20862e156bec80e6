import { readdirSync } from 'node:fs';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openStorage } from '#platform/files/storage.ts';
import { limits } from '#platform/schemas.ts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Upload } from 'tus-js-client';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { sendPiece, tus, uploadBegun } from '#testing/tus.ts';
import { tidyFiles, tidyUploads } from '../tidying.ts';

let house: House;
let maria: Client, grant: Client;
let port: number;
beforeAll(async () => {
  house = await openHouse();
  await house.app.listen({ port: 0, host: '127.0.0.1' });
  ({ port } = house.app.server.address() as AddressInfo);
  maria = await house.as('Maria Santos');
  grant = await house.as('Grant Bell');
});
afterAll(() => house.close());

const offsetOf = async (url: string) =>
  Number((await tus(house, maria, { method: 'HEAD', url })).headers['upload-offset']);
const folder = () => `${house.config.data_dir}/uploads`;

/** Sends the beginning of a piece and leaves the line open; `cut` breaks it. */
function halfSent(url: string, content: string, announced: number): Promise<{ cut: () => void }> {
  return new Promise(settle => {
    const sending = request({
      port,
      path: url,
      method: 'PATCH',
      headers: {
        ...maria.headers,
        'tus-resumable': '1.0.0',
        'content-type': 'application/offset+octet-stream',
        'content-length': announced,
        'upload-offset': 0,
      },
    });
    sending.on('error', () => {});
    sending.write(content, () => settle({ cut: () => sending.destroy() }));
  });
}

test('a file comes in pieces and becomes a file like any other', async () => {
  const url = await uploadBegun(house, maria, { name: '../Élèves.txt', size: 11 });
  const first = await sendPiece(house, maria, { url, offset: 0, content: 'hello ' });
  expect([first.status, first.headers['upload-offset'], first.headers['upload-file']]).toEqual([
    204,
    '6',
    undefined,
  ]);
  expect((await maria.get(url, { 'tus-resumable': '1.0.0' })).status).toBe(409);
  const last = await sendPiece(house, maria, { url, offset: 6, content: 'world' });
  const file = (await maria.get(url)).body;
  expect(file).toEqual({
    id: last.headers['upload-file'],
    name: 'Élèves.txt',
    type: 'text/plain',
    size: 11,
    picture: false,
  });
  expect((await maria.get(`/api/files/${file.id}`)).body).toBe('hello world');
  expect(readdirSync(folder())).toEqual([]);
});

test('what came before the line was cut is kept, and the rest goes on from there', async () => {
  const url = await uploadBegun(house, maria, { name: 'cut.txt', size: 20 });
  const line = await halfSent(url, '0123456789', 20);
  await expect.poll(() => readdirSync(folder()).length).toBe(1);
  line.cut();
  await expect.poll(() => offsetOf(url)).toBe(10);
  const last = await sendPiece(house, maria, { url, offset: 10, content: 'abcdefghij' });
  expect((await maria.get(`/api/files/${String(last.headers['upload-file'])}`)).body).toBe(
    '0123456789abcdefghij',
  );
});

test('a second piece at the same time is refused; asking where it stands ends a line that hangs', async () => {
  const url = await uploadBegun(house, maria, { name: 'two.txt', size: 200 });
  const line = await halfSent(url, '0123456789', 200);
  await expect.poll(() => readdirSync(folder()).length).toBe(1);
  expect((await sendPiece(house, maria, { url, offset: 0, content: 'x' })).status).toBe(409);
  expect(await offsetOf(url)).toBe(10);
  expect((await sendPiece(house, maria, { url, offset: 10, content: 'x' })).status).toBe(204);
  line.cut();
  expect(await offsetOf(url)).toBe(11);
});

test('a wrong place, too many bytes, too large a file, another protocol: each refused, nothing changed', async () => {
  const url = await uploadBegun(house, maria, { name: 'a.txt', size: 4 });
  expect((await sendPiece(house, maria, { url, offset: 2, content: 'x' })).status).toBe(409);
  expect((await sendPiece(house, maria, { url, offset: 0, content: 'too long' })).status).toBe(413);
  expect(await offsetOf(url)).toBe(0);
  const begin = (headers: Record<string, string>) =>
    tus(house, maria, { method: 'POST', url: '/api/uploads', headers });
  expect((await begin({ 'upload-length': String(limits.file_bytes + 1) })).status).toBe(413);
  expect((await begin({})).status).toBe(422);
  expect((await begin({ 'tus-resumable': '0.2.2' })).status).toBe(412);
});

test('only its person knows of an upload', async () => {
  const url = await uploadBegun(house, maria, { name: 'a.txt', size: 4 });
  for (const method of ['HEAD', 'GET', 'DELETE'] as const)
    expect((await tus(house, grant, { method, url })).status).toBe(404);
  expect((await sendPiece(house, grant, { url, offset: 0, content: 'mine' })).status).toBe(404);
  expect((await tus(house, house.anyone, { method: 'HEAD', url })).status).toBe(401);
  expect(
    (
      await sendPiece(
        house,
        { ...maria, headers: { ...maria.headers, origin: 'http://evil.example' } },
        { url, offset: 0, content: 'evil' },
      )
    ).status,
  ).toBe(403);
});

test('an upload that is given up leaves nothing', async () => {
  const url = await uploadBegun(house, maria, { name: 'a.txt', size: 4 });
  await sendPiece(house, maria, { url, offset: 0, content: 'ab' });
  const before = readdirSync(folder()).length;
  expect((await tus(house, maria, { method: 'DELETE', url })).status).toBe(204);
  expect((await tus(house, maria, { method: 'HEAD', url })).status).toBe(404);
  expect(readdirSync(folder()).length).toBe(before - 1);
});

test('bytes that the disk has beyond what was acknowledged do not count, and a lost disk begins anew', async () => {
  const { appendFileSync, rmSync } = await import('node:fs');
  const url = await uploadBegun(house, maria, { name: 'a.txt', size: 6 });
  await sendPiece(house, maria, { url, offset: 0, content: 'abc' });
  appendFileSync(`${folder()}/${url.split('/').at(-1)}`, 'GARBAGE');
  expect(await offsetOf(url)).toBe(3);
  const last = await sendPiece(house, maria, { url, offset: 3, content: 'def' });
  expect((await maria.get(`/api/files/${String(last.headers['upload-file'])}`)).body).toBe('abcdef');
  const lost = await uploadBegun(house, maria, { name: 'b.txt', size: 6 });
  await sendPiece(house, maria, { url: lost, offset: 0, content: 'abc' });
  rmSync(`${folder()}/${lost.split('/').at(-1)}`);
  expect(await offsetOf(lost)).toBe(0);
});

test('an empty file is whole at once, and what others have written for tus can send here', async () => {
  const empty = await uploadBegun(house, maria, { name: 'empty.txt', size: 0 });
  expect((await maria.get(empty)).body.size).toBe(0);
  const content = Buffer.alloc(300_000, 'firstline');
  const url = await new Promise<string>((settle, fail) => {
    const upload = new Upload(content, {
      endpoint: `http://127.0.0.1:${port}/api/uploads`,
      headers: maria.headers,
      metadata: { filename: 'theirs.txt' },
      chunkSize: 70_000,
      onSuccess: () => settle(new URL(upload.url!).pathname),
      onError: fail,
    });
    upload.start();
  });
  const file = (await maria.get(url)).body;
  expect(file).toMatchObject({ name: 'theirs.txt', size: 300_000 });
  expect((await maria.get(`/api/files/${file.id}`)).body).toBe(content.toString());
});

test('twenty may be on their way at once', async () => {
  const nadia = await house.as('Nadia Petrov');
  for (let number = 0; number < 20; number++) await uploadBegun(house, nadia, { name: 'a.txt', size: 4 });
  const headers = { 'upload-length': '4' };
  expect((await tus(house, nadia, { method: 'POST', url: '/api/uploads', headers })).status).toBe(429);
});

test('a file that a draft names outlives the week; what is still on its way after a day does not', async () => {
  const kept = (await maria.upload('kept.txt', 'kept')).body.id as string;
  const left = (await maria.upload('left.txt', 'left')).body.id as string;
  await maria.put('/api/drafts/ask', { fields: { files: JSON.stringify([{ id: kept }]) }, version: 0 });
  const url = await uploadBegun(house, maria, { name: 'a.txt', size: 4 });
  await sendPiece(house, maria, { url, offset: 0, content: 'ab' });
  house.clock.advance(8 * 86_400_000);
  await tidyFiles(house.database, await openStorage(`${house.config.data_dir}/files`), house.clock.now);
  await tidyUploads(house.database, folder(), house.clock.now);
  const later = await house.as('Maria Santos');
  expect((await later.get(`/api/files/${kept}`)).body).toBe('kept');
  expect((await later.get(`/api/files/${left}`)).status).toBe(404);
  expect((await tus(house, later, { method: 'HEAD', url })).status).toBe(404);
  expect(readdirSync(folder())).toEqual([]);
});
