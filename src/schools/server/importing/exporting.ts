import { Readable } from 'node:stream';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Lang } from '#platform/schemas.ts';
import { csv_begin, csvLine } from '#platform/text/csv.ts';
import type { ImportKind } from '../../rules/importing/fields.ts';
import { cellsOfPerson, cellsOfSchool, exportedFields, headsOf } from '../../rules/importing/writing.ts';
import { countKept, selectKept, selectKeptPeople, yearsKept } from './kept.ts';

/** Schools and people as files, as an import takes them back: read some at a time, sent as they are read. */

const schools_at_once = 250;

type As = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** Notes in the story who took what, then gives the file. */
export async function exported(kind: ImportKind, as: As, lang: Lang): Promise<Readable> {
  const years = await as(async ctx => {
    const count = await countKept(ctx, kind);
    const kept = await yearsKept(ctx);
    await recordDeed(ctx, { kind: `${kind}_exported`, audience: 'desk', facts: { count } });
    return kept;
  });
  return Readable.from(kind === 'schools' ? schoolLines(as, years, lang) : peopleLines(as, lang), {
    objectMode: false,
  });
}

const beginning = (kind: ImportKind, years: readonly number[], lang: Lang) =>
  csv_begin + csvLine(headsOf(exportedFields(kind, years), lang));

async function* schoolLines(as: As, years: readonly number[], lang: Lang) {
  yield beginning('schools', years, lang);
  for await (const part of partsOf(after => as(ctx => selectKept(ctx, { after, limit: schools_at_once }))))
    yield part.map(school => csvLine(cellsOfSchool(school, years, lang))).join('');
}

async function* peopleLines(as: As, lang: Lang) {
  yield beginning('people', [], lang);
  const read = (after: number) => as(ctx => selectKeptPeople(ctx, { after, limit: schools_at_once }));
  for await (const part of partsOf(read)) {
    const lines = part.flatMap(({ code, people }) =>
      people.map(person => csvLine(cellsOfPerson(code, person, lang))),
    );
    if (lines.length > 0) yield lines.join('');
  }
}

async function* partsOf<Row extends { id: number }>(read: (after: number) => Promise<Row[]>) {
  for (let part = await read(0); part.length > 0; part = await read(part.at(-1)!.id)) yield part;
}
