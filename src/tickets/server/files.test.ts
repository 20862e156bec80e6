import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { limits } from '#platform/schemas.ts';

let house: House;
let maria: Client, grant: Client, maya: Client;
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  grant = await house.as('Grant Bell');
  maya = await house.as('Maya Chen');
});
afterAll(() => house.close());

const asked = {
  subject: 'With a file',
  description: 'See it.',
  category: 'attendance',
  impact: 'one_person',
  urgency: 'low',
};

test('a file is typed by its content, whatever its name says', async () => {
  expect((await maria.upload('picture.txt', png)).body).toMatchObject({
    type: 'image/png',
    picture: true,
    size: png.length,
  });
  expect((await maria.upload('picture.png', '<script>alert(1)</script>')).body).toMatchObject({
    type: 'text/plain',
    picture: false,
  });
});

test('a picture is shown, everything else is downloaded, and nothing may run', async () => {
  const sent = [
    await maria.upload('a.png', png),
    await maria.upload('evil.html', '<script>alert(1)</script>'),
    await maria.upload('e.svg', '<svg onload="x"/>'),
  ];
  const got = await Promise.all(sent.map(answer => maria.get(`/api/files/${answer.body.id}`)));
  expect(
    got.map(answer => [
      answer.headers['content-type'],
      String(answer.headers['content-disposition']).split(';')[0],
    ]),
  ).toEqual([
    ['image/png', 'inline'],
    ['application/octet-stream', 'attachment'],
    ['application/octet-stream', 'attachment'],
  ]);
  for (const answer of got) {
    expect(answer.headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(answer.headers['x-content-type-options']).toBe('nosniff');
  }
});

test('names of every kind come back as text', async () => {
  for (const name of ['Élèves ʔesdilagh 👩‍🏫.txt', "O'Brien.txt"])
    expect((await maria.upload(name, 'x')).body.name).toBe(name);
  expect((await maria.upload('../../../etc/passwd', 'x')).body.name).toBe('passwd');
});

test('until it is under a message only its writer sees it; then all of the school and the desk', async () => {
  const { id } = (await maria.upload('list.txt', 'one')).body;
  expect((await grant.get(`/api/files/${id}`)).status).toBe(404);
  const { body } = await maria.post('/api/tickets', { ...asked, files: [id] });
  expect(body.messages[0].files).toMatchObject([{ id, name: 'list.txt' }]);
  for (const who of [grant, maya]) expect((await who.get(`/api/files/${id}`)).body).toBe('one');
});

test('a file under a note is the desk’s alone, and one file goes under one message', async () => {
  const { number } = (await maria.post('/api/tickets', asked)).body;
  const { id } = (await maya.upload('inside.txt', 'secret')).body;
  await maya.post(`/api/tickets/${number}/notes`, { text: 'See file.', files: [id] });
  expect((await maria.get(`/api/files/${id}`)).status).toBe(404);
  expect(
    (await maya.post(`/api/tickets/${number}/replies`, { text: 'x', files: [id] })).body.errors[0].field,
  ).toBe('files');
});

test('a file of somebody else cannot be put under one’s own message', async () => {
  const { id } = (await grant.upload('grant.txt', 'x')).body;
  expect((await maria.post('/api/tickets', { ...asked, files: [id] })).body.errors[0].field).toBe('files');
});

test('too large, no file, no form: a clear refusal', async () => {
  const kept = () => readdirSync(`${house.config.data_dir}/files`, { recursive: true }).length;
  const before = kept();
  expect((await maria.upload('big.bin', Buffer.alloc(limits.file_bytes + 1))).status).toBe(413);
  expect(kept()).toBe(before);
  expect((await maria.post('/api/files', { file: 'x' })).body.errors[0].field).toBe('file');
  expect((await house.anyone.upload('x.txt', 'x')).status).toBe(401);
});
