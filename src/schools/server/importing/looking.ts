import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import type { ImportField } from '../../rules/importing/fields.ts';
import {
  sweepOfPeople,
  sweepOfSchools,
  type Line,
  type SchoolOfPeople,
} from '../../rules/importing/sweep.ts';
import type { KeptSchool } from '../../rules/importing/schools.ts';
import type { Judged } from '../../rules/importing/verdict.ts';
import { codesIn, columnsOf } from './doing.ts';
import { tellImports } from './importing.ts';
import { peopleByCode, schoolsByCode, wavesNow } from './kept.ts';
import { countLines, linesOf } from './reading.ts';
import { countVerdicts, forgetLines, insertLines, touchImport } from './store.ts';
import type { ImportRow } from './tables.ts';
import type { Grounds } from './working.ts';

/** The dry run: each line of the file is held against what is kept, a part at a time, and nothing is changed. */

const lines_at_once = 500;

/** Somebody cancelled it, or the server stops: no failure. */
export class Interrupted extends Error {}

type As = <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>;

/** Looks at all lines of an import. Refuses with not_valid a file that cannot be read to its end. */
export async function lookAtLines(grounds: Grounds, row: ImportRow, as: As): Promise<void> {
  const columns = columnsOf(row);
  const total = await countLines(grounds.storage, row);
  const told = async (ctx: Ctx, set: Parameters<typeof touchImport>[2]) => {
    const stands = await touchImport(ctx.db, row, { touched_at: ctx.now, ...set });
    if (!stands || grounds.stopped?.()) throw new Interrupted();
    await tellImports(ctx);
  };
  await as(async ctx => {
    await forgetLines(ctx, row.id); // of a server that did not come to the end
    await told(ctx, { total, done: 0 });
  });
  const judge = row.kind === 'schools' ? judgeSchools(columns, await as(wavesNow)) : judgePeople(columns);
  let done = 0;
  for await (const part of partsOf(grounds, row, columns))
    await as(async ctx => {
      const judged = await judge(ctx, part);
      await insertLines(
        ctx,
        row.id,
        part.map((line, at) => ({ ...line, ...judged[at]! })),
      );
      await told(ctx, { done: (done += part.length) });
    });
  await as(async ctx => told(ctx, { state: 'ready', counts: await countVerdicts(ctx, row.id) }));
}

/** The lines under the heads, some at a time. Refuses a file that has other columns than were named. */
async function* partsOf(
  { storage }: Grounds,
  row: ImportRow,
  columns: readonly (ImportField | null)[],
): AsyncGenerator<Line[]> {
  let part: Line[] = [];
  let heads = true;
  for await (const line of linesOf(storage, row)) {
    if (heads && line.cells.length !== columns.length)
      throw notValid('columns', otherColumns(line.cells.length, columns.length));
    if (!heads) part.push(line);
    heads = false;
    if (part.length < lines_at_once) continue;
    yield part;
    part = [];
  }
  if (part.length > 0) yield part;
}

type JudgePart = (ctx: Ctx, part: readonly Line[]) => Promise<Judged[]>;
type Columns = readonly (ImportField | null)[];

function judgeSchools(columns: Columns, waves: Awaited<ReturnType<typeof wavesNow>>): JudgePart {
  let kept = new Map<string, KeptSchool>();
  const judge = sweepOfSchools(columns, code => kept.get(code), waves);
  return async (ctx, part) => {
    kept = await schoolsByCode(ctx, codesIn(columns, part));
    return part.map(judge);
  };
}

/** People of a school may stand anywhere in the file: a school that was read stays. */
function judgePeople(columns: Columns): JudgePart {
  const kept = new Map<string, SchoolOfPeople>();
  const judge = sweepOfPeople(columns, code => kept.get(code));
  return async (ctx, part) => {
    const unread = codesIn(columns, part).filter(code => !kept.has(code));
    for (const [code, school] of await peopleByCode(ctx, unread)) kept.set(code, school);
    return part.map(judge);
  };
}

const otherColumns = (there: number, named: number): Words => ({
  en: `The file has ${there} columns when it is read so, and ${named} were named.`,
  fr: `Lu ainsi, le fichier a ${there} colonnes, et ${named} ont été nommées.`,
});
