import { Readable } from 'node:stream';
import type { z } from 'zod';
import { sendCsv } from '#platform/http/csv.ts';
import { langOf } from '#platform/http/language.ts';
import { admit, within, type Served } from '#platform/http/routes.ts';
import type { Lang } from '#platform/schemas.ts';
import { csv_begin, csvLine } from '#platform/text/csv.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { May } from '../rules/policy.ts';
import type { Person } from '../rules/who.ts';
import type { Ctx } from './acting.ts';
import { recordDeed } from './story/story.ts';

/** A register, such as rights or exceptions, as a file of its list's filters. */
export interface RegisterFile<Filters extends z.ZodObject> {
  /** Its address, without `/api` and `/file`, its tag, and how the file is called. */
  name: string;
  summary: string;
  may: May;
  filters: Filters;
  /** The line of the story that says who has taken it away. */
  told: string;
  heads: Record<Lang, readonly string[]>;
  /** Lines of the file, from one on. */
  lines: (
    ctx: Ctx,
    page: z.output<Filters> & { limit: number; offset: number },
  ) => Promise<(string | number | null)[][]>;
}

const lines_at_once = 200;

/** Puts it on the server. It is read a part at a time in transactions of their own, so it may be of any length. */
export function serveRegisterFile<Filters extends z.ZodObject>(
  served: Served<Person>,
  { name, summary, may, filters, told, heads, lines }: RegisterFile<Filters>,
): void {
  served.app.route({
    method: 'GET',
    url: `/api/${name}/file`,
    schema: { tags: [name], summary, querystring: filters },
    handler: async (request, reply) => {
      const who = await admit(served, request, { may, door: 'read_tickets' });
      const query = filters.parse(request.query);
      // Told before the first line leaves: who asked may break off, and has read what came.
      await within(served, request, who, ctx =>
        recordDeed(ctx, {
          kind: told,
          audience: who.side,
          ...(who.side === 'school' && { school_id: who.school_id }),
        }),
      );
      const part = (offset: number) =>
        within(served, request, who, async ctx =>
          (await lines(ctx, { ...query, limit: lines_at_once, offset })).map(csvLine),
        );
      return sendCsv(
        reply,
        Readable.from(inParts(csv_begin + csvLine(heads[langOf(request)]), part), { objectMode: false }),
        `${name}-${localDate(served.clock(), who.zone)}.csv`,
      );
    },
  });
}

async function* inParts(head: string, part: (offset: number) => Promise<string[]>) {
  yield head;
  for (let offset = 0; ; offset += lines_at_once) {
    const lines = await part(offset);
    if (lines.length > 0) yield lines.join('');
    if (lines.length < lines_at_once) return;
  }
}
