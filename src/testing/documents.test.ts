import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHouse, type House } from './house.ts';
import { flow } from '#tickets/rules/process/flow.ts';
import { drawnChanges, movesAtAnyTime } from '#tickets/rules/process/changes.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Drawn } from '#drawing/rules/drawn.ts';
import { openDrawings } from '#drawing/server/documents.ts';

let house: House;
beforeAll(async () => {
  house = await openHouse();
});
afterAll(() => house.close());

const get = (url: string, headers: Record<string, string> = {}) => house.app.inject({ url, headers });

describe('the chart of the process', () => {
  test('is read by everybody as a page has it: each box with its ways, in the reader’s language', async () => {
    const { statusCode, body, headers } = await get('/api/documents/helpdesk-process');
    expect(statusCode).toBe(200);
    expect(headers['set-cookie']).toBeUndefined();
    const drawn = JSON.parse(body) as Drawn;
    const boxes = drawn.parts.flatMap(part => part.boxes);
    expect(boxes.map(({ id }) => id)).toEqual(flow.map(({ id }) => id));
    expect(boxes.map(({ number }) => number)).toEqual(boxes.map((_, index) => index + 1));
    expect(boxes.find(({ id }) => id === 'P32')!.ways).toEqual([
      { to: 'P33', number: expect.any(Number), label: 'yes' },
      { to: 'P35', number: expect.any(Number), label: 'no' },
    ]);
    for (const { id } of boxes) expect(drawn.svg).toContain(`<g id="${id}">`);
    const french = await get('/api/documents/helpdesk-process', { 'accept-language': 'fr' });
    expect((JSON.parse(french.body) as Drawn).title).toBe('Comment un billet est résolu');
    const asked = await get('/api/documents/helpdesk-process?lang=en', { 'accept-language': 'fr' });
    expect((JSON.parse(asked.body) as Drawn).title).toBe(drawn.title);
    expect((await get('/api/documents/helpdesk-process?lang=de')).statusCode).toBe(422);
  });

  test('holds every move that is drawn, and the others at any time', async () => {
    const { svg, parts } = JSON.parse((await get('/api/documents/helpdesk-process')).body) as Drawn;
    for (const { at } of drawnChanges()) expect(svg).toContain(`<g id="${at}">`);
    expect(parts.at(-1)!.panels[0]!.items).toHaveLength(movesAtAnyTime().length + 1);
  });

  test('is a file of shapes that runs nothing and has its one style allowed by its hash', async () => {
    const { statusCode, body, headers } = await get('/documents/helpdesk-process.svg?lang=fr');
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toBe('image/svg+xml; charset=utf-8');
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/]+='$/);
    expect(body).toContain('xml:lang="fr"');
    expect(body).not.toMatch(/<script|style=|href="(?!#)/);
  });

  test('is a file of at most two sheets with its text, on both papers, and the same each time', async () => {
    for (const [query, size] of [
      ['', '612 792'],
      ['?paper=a4', '595.28 841.89'],
    ]) {
      const { statusCode, rawPayload, headers } = await get(`/documents/helpdesk-process.pdf${query}`);
      expect(statusCode).toBe(200);
      expect(headers['content-type']).toBe('application/pdf');
      const text = rawPayload.toString('latin1');
      expect(text).toContain(`/MediaBox [0 0 ${size}]`);
      expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
      expect(text.match(/\/S \/GoTo/g)!.length).toBeGreaterThan(10);
      expect((await get(`/documents/helpdesk-process.pdf${query}`)).headers['etag']).toBe(headers['etag']);
    }
    const [letter, a4] = await Promise.all(
      ['letter', 'a4'].map(paper => get(`/documents/helpdesk-process.pdf?paper=${paper}`)),
    );
    expect(letter!.headers['etag']).not.toBe(a4!.headers['etag']);
    expect((await get('/documents/helpdesk-process.pdf?paper=a3')).statusCode).toBe(422);
  });

  test.each([
    '/api/documents/helpdesk-process',
    '/documents/helpdesk-process.svg',
    '/documents/helpdesk-process.pdf',
  ])('%s is not sent again to whoever has it', async url => {
    const { etag } = (await get(url)).headers;
    const again = await get(url, { 'if-none-match': `"other", ${etag}` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
    expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    const french = await get(`${url}?lang=fr`, { 'if-none-match': etag! });
    expect(french.statusCode).toBe(200);
  });
});

test('a drawing is stored until its chart is another', async () => {
  let text = 'Begin';
  const document = {
    name: 'any',
    chart: () => {
      const boxes = [{ id: 'a', kind: 'start' as const, lane: 'l', text, ways: [] }];
      const part = { id: 'p', name: '', lanes: [{ id: 'l', name: '', columns: 1 }], boxes };
      return { title: 'Any', lead: '', parts: [part] };
    },
  };
  const software = actorOf({ side: 'system', job: 'documents' });
  const drawings = openDrawings(house.database, software);
  const first = await drawings(document, 'en');
  expect(await drawings(document, 'en')).toBe(first);
  const stored = async () =>
    (await house.database.pool.query("select content, scenes from drawings where name = 'any'")).rows;
  const [before] = await stored();

  // Another start, or another server: what is stored is shown, and not laid out again.
  await house.database.pool.query(
    `update drawings set scenes = jsonb_set(scenes, '{screen,width}', '553') where name = 'any'`,
  );
  expect((await openDrawings(house.database, software)(document, 'en')).drawn.content.width).toBe(553);

  text = 'Begin elsewhere';
  const second = await drawings(document, 'en');
  expect(second.drawn.etag).not.toBe(first.drawn.etag);
  expect(second.svg.content).toContain('Begin elsewhere');
  const [after] = await stored();
  expect(after.content).not.toBe(before.content);
});
