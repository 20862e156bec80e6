import { sql } from 'drizzle-orm';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStorage } from '#platform/files/storage.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Article } from '../../rules/article.ts';
import { tidyPictures } from './tidying.ts';

/** Pictures of articles: drawn anew, shown with their article, gone with it. */

let house: House;
let tom: Client, maya: Client, maria: Client;
let png: Buffer;
const colour = { width: 2000, height: 1000, channels: 3, background: '#0a6' } as const;
beforeAll(async () => {
  house = await openHouse();
  [tom, maya, maria] = [
    await house.as('Tom Becker'),
    await house.as('Maya Chen'),
    await house.as('Maria Santos'),
  ];
  png = await sharp({ create: colour }).png().toBuffer();
});
afterAll(() => house.close());

const send = async (article: number, content: Buffer, { by = tom, type = 'image/png' } = {}) => {
  const answer = await house.app.inject({
    method: 'POST',
    url: `/api/articles/${article}/pictures`,
    headers: { host: 'localhost', origin: 'http://localhost', 'content-type': type, ...by.headers },
    payload: content,
  });
  return { status: answer.statusCode, body: answer.json() };
};
const load = (url: string, by: Client = maria, headers: Record<string, string> = {}) =>
  house.app.inject({ url, headers: { ...by.headers, ...headers } });
const begin = async (more: object = {}): Promise<Article> =>
  (
    await tom.post('/api/articles', {
      ...{ kind: 'guide', audience: 'schools', title: 'With a picture', body: 'To come.' },
      ...more,
    })
  ).body;
const write = (article: Article, body: string) =>
  tom.put(`/api/articles/${article.id}`, {
    ...{ kind: article.kind, audience: article.audience, category: null, lang: article.lang },
    ...{ for_roles: [], stage1_only: false, owner: null, review_on: null, summary: '' },
    ...{ title: article.title, body, edition: article.writing?.edition ?? 0 },
  });
const move = (article: Article, name: string) =>
  tom.post(`/api/articles/${article.id}/moves`, { move: name, edition: article.writing?.edition ?? 0 });
const read = async (id: number, by: Client): Promise<Article> => (await by.get(`/api/articles/${id}`)).body;
const shown = (html: string | null): string => /<img src="([^"]+)"/.exec(html ?? '')![1]!;

/** An article that shows one picture, published. */
async function withPicture(audience: string) {
  const draft = await begin({ audience });
  const { body } = await send(draft.id, png);
  const written = (await write(draft, `![The menu](picture:${body.id})`)).body as Article;
  return { article: (await move(written, 'publish')).body as Article, picture: body.id as number };
}

describe('a picture that is sent', () => {
  test('is drawn anew: at most 1600 points wide, upright, without where it was taken', async () => {
    const { id } = await begin();
    const photo = await sharp({ create: { ...colour, width: 1000, height: 2000 } })
      .jpeg()
      .withExif({ IFD0: { Make: 'Canary' }, IFD3: { GPSLatitude: '49/1 15/1 0/1', GPSLatitudeRef: 'N' } })
      .withMetadata({ orientation: 6 })
      .toBuffer();
    expect((await sharp(photo).metadata()).orientation).toBe(6);
    const { status, body } = await send(id, photo, { type: 'image/png' });
    expect(status).toBe(201);
    expect(body).toMatchObject({ width: 1600, height: 800 });
    const kept = (await load(`/api/articles/${id}/pictures/${body.id}`, tom)).rawPayload;
    const { format, exif, xmp, icc, orientation } = await sharp(kept).metadata();
    expect({ format, exif, xmp, icc, orientation }).toEqual({ format: 'jpeg' });
    expect(kept.includes('Canary')).toBe(false);
  });

  test('twice is one picture; of several frames the first', async () => {
    const { id } = await begin();
    const [one, other] = [await send(id, png), await send(id, png)];
    expect(one.body.id).toBe(other.body.id);
    const gif = await sharp(
      [
        await sharp({ create: { ...colour, width: 20, height: 10 } })
          .png()
          .toBuffer(),
        await sharp({ create: { ...colour, width: 20, height: 10, background: '#a00' } })
          .png()
          .toBuffer(),
      ],
      { join: { animated: true } },
    )
      .gif()
      .toBuffer();
    expect((await send(id, gif)).body).toMatchObject({ width: 20, height: 10 });
  });

  test('is refused where it is none, too much, or not to be drawn', async () => {
    const { id } = await begin();
    expect((await send(id, Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'))).status).toBe(422);
    expect((await send(id, Buffer.from('<script>alert(1)</script>'))).body.detail).toContain('no picture');
    expect((await send(id, png.subarray(0, 40))).status).toBe(422);
    expect((await send(id, Buffer.alloc(11 * 1024 * 1024))).status).toBe(413);
    const bomb = await sharp({ create: { ...colour, width: 7000, height: 7000 } })
      .png()
      .toBuffer();
    expect(bomb.length).toBeLessThan(1024 * 1024);
    expect((await send(id, bomb)).body.detail).toContain('40 million');
    expect((await send(id, png, { by: maria })).status).toBe(404);
    expect((await send(id, png, { by: house.anyone })).status).toBe(401);
    expect((await send(9_999_999, png)).status).toBe(404);
    expect((await send(id, png, { by: maya })).status).toBe(201);
  });
});

describe('a picture is shown', () => {
  test('with its article, and nowhere before and after', async () => {
    const draft = await begin();
    const { body } = await send(draft.id, png);
    const address = `/api/articles/${draft.id}/pictures/${body.id}`;
    const written = (await write(draft, `![The menu](picture:${body.id})`)).body as Article;
    expect(shown(written.writing!.html)).toBe(address);
    expect((await load(address)).statusCode).toBe(404);
    const out = (await move(written, 'publish')).body as Article;
    expect(shown((await read(out.id, maria)).html)).toBe(address);
    const answer = await load(address);
    expect(answer.statusCode).toBe(200);
    expect(answer.headers).toMatchObject({
      ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
      ...{ 'cache-control': 'private, no-cache', 'content-security-policy': "default-src 'none'; sandbox" },
    });
    const tag = { 'if-none-match': String(answer.headers['etag']) };
    expect((await load(address, maria, tag)).statusCode).toBe(304);
    expect((await load(address, house.anyone)).statusCode).toBe(401);
    expect((await load(`/api/public/articles/${out.id}/pictures/${body.id}`)).statusCode).toBe(404);

    // A second one that is only being written is not for the school.
    const other = await send(draft.id, await sharp(png).negate().png().toBuffer());
    await write(out, `![Both](picture:${body.id}) ![New](picture:${other.body.id})`);
    expect((await load(`/api/articles/${out.id}/pictures/${other.body.id}`)).statusCode).toBe(404);
    expect((await load(`/api/articles/${out.id}/pictures/${other.body.id}`, maya)).statusCode).toBe(200);
    await move(await read(out.id, tom), 'archive');
    expect((await load(address, maria, tag)).statusCode).toBe(404);
  });

  test('without sign-in where the article is for everybody, and for the iGroup alone where it is', async () => {
    const open = await withPicture('public');
    const { html } = (await house.anyone.get(`/api/public/articles/${open.article.id}`)).body;
    expect(shown(html)).toBe(`/api/public/articles/${open.article.id}/pictures/${open.picture}`);
    const answer = await load(shown(html), house.anyone);
    expect([answer.statusCode, answer.headers['cache-control']]).toEqual([200, 'no-cache']);
    const inside = await withPicture('igroup');
    for (const base of ['/api/articles', '/api/public/articles'])
      expect((await load(`${base}/${inside.article.id}/pictures/${inside.picture}`)).statusCode).toBe(404);
    // Its number under another article opens nothing.
    expect((await load(`/api/articles/${open.article.id}/pictures/${inside.picture}`, maya)).statusCode).toBe(
      404,
    );
  });
});

test('nothing is published with a picture of another article, or one that says nothing to who cannot see it', async () => {
  const { picture } = await withPicture('igroup');
  const other = await begin();
  const stolen = (await write(other, `![Mine](picture:${picture})`)).body as Article;
  expect(stolen.writing!.unknown_pictures).toEqual([picture]);
  expect((await move(stolen, 'publish')).status).toBe(422);
  const own = await send(other.id, png);
  const silent = (await write(stolen, `![ ](picture:${own.body.id})`)).body as Article;
  expect(silent.writing!.wordless_pictures).toEqual([own.body.id]);
  expect((await move(silent, 'publish')).body.errors[0].sentence).toContain('Say in words');
});

test('one that no version shows is gone after two weeks, with its content; what a version showed stays', async () => {
  const { article, picture } = await withPicture('schools');
  const unused = await send(article.id, await sharp(png).negate().png().toBuffer());
  const changed = (await write(article, 'Without it.')).body as Article;
  await move(changed, 'publish');
  const storage = await openStorage(`${house.config.data_dir}/files`);
  const before = (await storage.list()).length;
  const tidy = () => tidyPictures(house.database, storage, house.clock.now, () => sql`false`);
  await tidy();
  expect((await load(`/api/articles/${article.id}/pictures/${unused.body.id}`, tom)).statusCode).toBe(200);
  house.clock.advance(15 * 86_400_000);
  await tidy();
  const again = await house.as('Tom Becker');
  const at = (number: number) => load(`/api/articles/${article.id}/pictures/${number}`, again);
  expect((await at(unused.body.id)).statusCode).toBe(404);
  expect((await at(picture)).statusCode).toBe(200);
  expect((await storage.list()).length).toBeLessThan(before);
});
