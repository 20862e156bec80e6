import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { signedIn } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { deskTime, igroupNames } from '#accounts/server/accounts.ts';
import { actorOf } from '#accounts/server/acting.ts';
import type { Config } from '#platform/config.ts';
import type { Db } from '#platform/db/database.ts';
import type { Storage } from '#platform/files/storage.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import { notFound } from '#platform/refusals.ts';
import { id } from '#platform/schemas.ts';
import { wholeDay } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import { namedIn, shownLinks } from '../../rules/links.ts';
import { pictureNumber } from '../../rules/pictures.ts';
import { picturesOf } from '../pictures/store.ts';
import { publicArticle, publicTitles } from '../public/views.ts';
import { publishedArticle } from '../reading.ts';
import { goneLink } from '../shapes.ts';
import type { ArticleRow, PictureRow } from '../tables.ts';
import { titlesOf } from '../views.ts';
import { printArticle, type Printed } from './printing.ts';

/** Articles as PDF, for those who read them. Drawn once for all who are shown the same. */

const params = z.object({ id: id() });
const most_kept = 40;

interface ToPrint {
  printed: Printed;
  pictures: ReadonlyMap<number, PictureRow>;
}

export function servePapers(
  served: Served<Person>,
  { storage, config }: { storage: Storage; config: Pick<Config, 'public_url'> },
): void {
  const drawn = new Map<string, Promise<Buffer>>();
  const send = async (request: FastifyRequest, reply: FastifyReply, to_print: ToPrint) => {
    const pictures = [...to_print.pictures].map(([number, { sha256 }]) => [number, sha256]);
    const tag = createHash('sha256')
      .update(JSON.stringify([to_print.printed, pictures]))
      .digest('hex');
    reply
      .header('etag', `"${tag}"`)
      .header('cache-control', 'private, no-cache')
      .header('x-content-type-options', 'nosniff');
    if (request.headers['if-none-match'] === `"${tag}"`) return reply.code(304).send();
    const { title, version } = to_print.printed;
    const name = encodeURIComponent(`${title} v${version}.pdf`);
    return reply
      .header('content-type', 'application/pdf')
      .header('content-disposition', `inline; filename*=UTF-8''${name}`)
      .send(await onceDrawn(tag, to_print));
  };
  /** What was asked for last is kept; what could not be drawn is not. */
  const onceDrawn = (tag: string, to_print: ToPrint): Promise<Buffer> => {
    const making = drawn.get(tag) ?? draw(storage, to_print);
    drawn.delete(tag);
    drawn.set(tag, making);
    making.catch(() => drawn.delete(tag));
    if (drawn.size > most_kept) drawn.delete(drawn.keys().next().value!);
    return making;
  };
  const tags = ['knowledge'];

  served.app.route({
    method: 'GET',
    url: '/api/articles/:id/paper.pdf',
    schema: { tags, summary: 'A published article as PDF, for those who may read it', params },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may: signedIn, door: 'read_knowledge' });
      const { id: article } = request.params as z.output<typeof params>;
      const to_print = await within(served, request, who, async ctx => {
        const row = await publishedArticle(ctx, article);
        const titleOf = await titlesOf(ctx, namedIn(row.body!).ids);
        return toPrint(ctx.db, row, { titleOf, base: linkBase(config, '/answers') });
      });
      return send(request, reply, to_print);
    },
  });
  served.app.route({
    method: 'GET',
    url: '/api/public/articles/:id/paper.pdf',
    schema: { tags, security: [], summary: 'An article that everybody may read as PDF; no sign-in', params },
    handler: async (request, reply) => {
      const { id: article } = request.params as z.output<typeof params>;
      const software = actorOf({ side: 'system', job: 'public-articles' });
      const to_print = await served.database.transact(software, async db => {
        const row = await publicArticle(db, article);
        if (!row) throw notFound();
        const titleOf = await publicTitles(db, namedIn(row.body).ids);
        return toPrint(db, row, { titleOf, base: linkBase(config, '/help') });
      });
      return send(request, reply, to_print);
    },
  });
}

/** Where the links of a paper lead; to nowhere as long as nobody has said where this installation is. */
const linkBase = ({ public_url }: Pick<Config, 'public_url'>, path: string): string =>
  public_url ? new URL(path, public_url).href : path;

type Row = Pick<ArticleRow, 'id' | 'kind' | 'lang' | 'title' | 'summary' | 'body' | 'version'> &
  Pick<ArticleRow, 'published_at' | 'review_on'>;

async function toPrint(
  db: Db,
  row: Row,
  { titleOf, base }: { titleOf: ReadonlyMap<number, string>; base: string },
): Promise<ToPrint> {
  const { kind, lang, title, summary, body, version, published_at, review_on } = row;
  const { zone } = await deskTime(db);
  const { name } = await igroupNames(db);
  return {
    printed: {
      ...{ kind, lang, version, title: title!, summary: summary!, group: name, made: published_at! },
      text: shownLinks(body!, { titleOf, base, gone: goneLink[lang] }),
      published: wholeDay(localDate(published_at!, zone), lang),
      review: review_on && wholeDay(review_on, lang),
    },
    pictures: await picturesOf({ db }, row.id, body),
  };
}

async function draw(storage: Storage, { printed, pictures }: ToPrint): Promise<Buffer> {
  const contents = new Map(
    await Promise.all(
      [...pictures].map(
        async ([number, { sha256, width, height }]) =>
          [number, { content: await buffer(storage.read(sha256)), width, height }] as const,
      ),
    ),
  );
  return printArticle(printed, address => contents.get(pictureNumber(address) ?? 0));
}
