import { putPeople } from '#accounts/server/accounts.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import type { Words } from '#platform/schemas.ts';
import type { ImportField } from '../../rules/importing/fields.ts';
import type { JudgedSchool } from '../../rules/importing/schools.ts';
import {
  codeKeyOf,
  sweepOfPeople,
  sweepOfSchools,
  type JudgedAtSchool,
  type Line,
} from '../../rules/importing/sweep.ts';
import { refused, type Judged } from '../../rules/importing/verdict.ts';
import { keepStanding } from '../facts/keeping.ts';
import { peopleByCode, schoolsByCode, wavesNow } from './kept.ts';
import { putSchools } from './putting.ts';
import { correctLines, countVerdicts, linesToDo, touchImport } from './store.ts';
import type { ImportLineRow, ImportRow } from './tables.ts';

/** The last step: everything that was foreseen is done in one transaction, or nothing of it. */

/** A row keeps an empty text where a column is left out. */
export const columnsOf = ({ columns }: Pick<ImportRow, 'columns'>): (ImportField | null)[] =>
  columns.map(column => (column === '' ? null : (column as ImportField)));

export const codesIn = (columns: readonly (ImportField | null)[], lines: readonly Line[]): string[] => [
  ...new Set(lines.flatMap(line => codeKeyOf(columns, line) ?? [])),
];

/**
 * Holds the schools that the lines name, judges each line again as things are now, writes those that come out as they
 * were foreseen, and marks the others. Does nothing when another server has done it, or somebody cancelled it.
 */
export async function doImport(ctx: Ctx, row: ImportRow): Promise<void> {
  const { now } = ctx;
  // Holds the import until the end: who comes second finds it done.
  if (!(await touchImport(ctx.db, row, { touched_at: now }))) return;
  const lines = await linesToDo(ctx, row.id);
  const { doable, others } =
    row.kind === 'schools' ? await doSchools(ctx, row, lines) : await doPeople(ctx, row, lines);
  if (others.length > 0) await correctLines(ctx, row.id, others);
  const counts = await countVerdicts(ctx, row.id);
  await touchImport(ctx.db, row, { state: 'done', counts, ended_at: now });
  await recordDeed(ctx, {
    kind: 'imported',
    audience: 'desk',
    facts: { what: row.kind, file: row.name, count: doable },
  });
}

type Done = { doable: number; others: (Judged & { line: number })[] };

async function doSchools(ctx: Ctx, row: ImportRow, lines: readonly ImportLineRow[]): Promise<Done> {
  const columns = columnsOf(row);
  const kept = await schoolsByCode(ctx, codesIn(columns, lines), true);
  const judge = sweepOfSchools(columns, code => kept.get(code), await wavesNow(ctx));
  const { doable, others } = asForeseen<JudgedSchool>(lines, judge);
  const idOf = (code: string) => kept.get(code.toLowerCase())?.id;
  await putSchools(
    ctx,
    doable.flatMap(({ after, changes }) => (after ? [{ id: idOf(after.code), after, changes }] : [])),
  );
  return { doable: doable.length, others };
}

async function doPeople(ctx: Ctx, row: ImportRow, lines: readonly ImportLineRow[]): Promise<Done> {
  const columns = columnsOf(row);
  const kept = await peopleByCode(ctx, codesIn(columns, lines), true);
  const { doable, others } = asForeseen<JudgedAtSchool>(
    lines,
    sweepOfPeople(columns, code => kept.get(code)),
  );
  await putPeople(
    ctx,
    doable.flatMap(({ id, school_id, after }) => (after && school_id ? [{ id, school_id, ...after }] : [])),
  );
  // Only who is there can be a school's trained person.
  const gone = doable.flatMap(({ school_id, changes }) =>
    changes?.['left'] && school_id ? [school_id] : [],
  );
  if (gone.length > 0) await keepStanding(ctx, [...new Set(gone)]);
  return { doable: doable.length, others };
}

/** Those that come out as they were shown; what somebody changed meanwhile is not written over. */
function asForeseen<J extends Judged & { after?: unknown }>(
  lines: readonly ImportLineRow[],
  judge: (line: Line) => J,
) {
  const doable: J[] = [];
  const others: Done['others'] = [];
  for (const line of lines) {
    const now = judge(line);
    if (now.verdict === line.verdict && alike(now.changes ?? null, line.changes)) doable.push(now);
    else others.push({ line: line.line, ...plain(now.after ? refused(changed_since) : now) });
  }
  return { doable, others };
}

const plain = ({ verdict, changes, reasons }: Judged): Judged => ({
  verdict,
  ...(changes && { changes }),
  ...(reasons && { reasons }),
});

type Changes = Judged['changes'] | null;
const alike = (some: Changes, others: Changes): boolean => {
  const [one, other] = [some ?? {}, others ?? {}];
  const fields = Object.keys(one);
  return (
    fields.length === Object.keys(other).length &&
    fields.every(field => [0, 1].every(side => one[field]![side] === other[field]?.[side]))
  );
};

const changed_since: Words = {
  en: 'Somebody has changed this since the dry run. Import the file again to see it as it is now.',
  fr: 'Quelqu’un a modifié ceci depuis l’essai. Importez de nouveau le fichier pour le voir tel qu’il est.',
};
