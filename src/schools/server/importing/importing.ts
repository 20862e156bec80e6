import { keepersOfSchools } from '#accounts/rules/policy.ts';
import type { Ctx } from '#accounts/server/acting.ts';
import { sqlState } from '#platform/db/database.ts';
import { sendSignal } from '#platform/live/signals.ts';
import { notFound, notNow, notValid } from '#platform/refusals.ts';
import type { Words } from '#platform/schemas.ts';
import { moment } from '#sla/rules/moments.ts';
import {
  faultOfMapping,
  type Import,
  type ImportLine,
  type LinesQuery,
  type Mapping,
} from '../../rules/importing/import.ts';
import { fieldWords } from '../../rules/importing/reasons.ts';
import { givenIn } from '../../rules/importing/verdict.ts';
import { columnsOf } from './doing.ts';
import {
  forgetLines,
  goOnWith,
  insertImport,
  openImport,
  selectImport,
  selectImports,
  selectLines,
  type SeenImport,
} from './store.ts';
import type { ImportLineRow, ImportRow } from './tables.ts';

/** The deeds on imports: a file is given, its columns are named, what would come of it is seen, and it is done. */

function importOf({ who, now, lang }: Ctx, row: SeenImport): Import {
  const { id, kind, name, state, done, total, counts, trouble } = row;
  return {
    ...{ id, kind, name, state, done, total, counts },
    begun_by: row.begun_by_name,
    begun: moment(row.begun_at, { now, zone: who.zone, lang }),
    trouble: trouble?.[lang] ?? null,
  };
}

/** The imports of the last day, the newest first: everybody's who keeps the schools. */
export const listImports = async (ctx: Ctx): Promise<{ items: Import[] }> => ({
  items: (await selectImports(ctx)).map(row => importOf(ctx, row)),
});

/** One import; not_found when it was cancelled. */
export const importOne = async (ctx: Ctx, id: number): Promise<Import> =>
  importOf(ctx, await importFor(ctx, id));

export async function importFor(ctx: Ctx, id: number): Promise<SeenImport> {
  // The routes ask the same; here the first wall stands for the file's own routes too.
  if (ctx.code_wall && !keepersOfSchools(ctx.who)) throw notFound();
  const row = await selectImport(ctx, id);
  if (!row) throw notFound();
  return row;
}

/** Refuses with not_now while an import is open: two at once would look at the same schools. */
export async function refuseSecond(ctx: Ctx): Promise<void> {
  const open = await openImport(ctx);
  if (open) throw notNow(alreadyOpen(open));
}

/** Begins an import of a file that is kept on the disk. Refuses with not_now while another is open. */
export async function beginImport(
  ctx: Ctx,
  file: Pick<ImportRow, 'kind' | 'name' | 'sha256' | 'size' | 'encoding' | 'separator'>,
): Promise<Import> {
  await refuseSecond(ctx);
  const id = await insertImport(ctx, file).catch((error: unknown) => {
    throw sqlState(error) === '23505' ? notNow(just_begun) : error;
  });
  await tellImports(ctx);
  return importOne(ctx, id);
}

/**
 * Says which column goes to which field; the lines are then looked at beside the requests. Refuses with not_valid a
 * needed field that no column goes to, one that is given twice, or unknown; with not_now what is done already.
 */
export async function mapImport(ctx: Ctx, id: number, { columns, ...reading }: Mapping): Promise<Import> {
  const { kind } = await importFor(ctx, id);
  const { missing, twice, unknown } = faultOfMapping(kind, columns);
  if (missing[0]) throw notValid('columns', notGiven(fieldWords(missing[0])));
  if (twice) throw notValid('columns', given_twice);
  if (unknown) throw notValid('columns', no_field);
  await goOn(ctx, id, ['mapping', 'ready'], {
    ...reading,
    columns: columns.map(column => column ?? ''),
    state: 'reading',
    done: 0,
    total: null,
    counts: null,
  });
  await forgetLines(ctx, id);
  return importOne(ctx, id);
}

/** Does what was foreseen, beside the requests and all at once. Refuses with not_now when nothing would come of it. */
export async function startImport(ctx: Ctx, id: number): Promise<Import> {
  const { counts } = await importFor(ctx, id);
  if (counts && counts.new + counts.changed === 0) throw notNow(nothing_to_do);
  await goOn(ctx, id, ['ready'], { state: 'writing' });
  return importOne(ctx, id);
}

/** Puts an import aside: its file and its lines go, nothing else was done. Refuses with not_now what is being done. */
export async function cancelImport(ctx: Ctx, id: number): Promise<Import> {
  const row = await importFor(ctx, id);
  await goOn(ctx, id, ['mapping', 'reading', 'ready'], { state: 'cancelled', ended_at: ctx.now });
  await forgetLines(ctx, id);
  return importOf(ctx, { ...row, state: 'cancelled' });
}

async function goOn(
  ctx: Ctx,
  id: number,
  from: readonly ImportRow['state'][],
  set: Parameters<typeof goOnWith>[2],
): Promise<void> {
  if (!(await goOnWith(ctx, { id, from }, set))) throw notNow(gone_on);
  await tellImports(ctx);
}

/** Tells the servers that there is work, and the pages of the desk how far it is. */
export const tellImports = ({ db }: Pick<Ctx, 'db'>) => sendSignal(db, { to: 'desk', kind: 'imports' });

/** A page of an import's lines, in the file's order. */
export async function listLines(
  ctx: Ctx,
  id: number,
  { limit, ...query }: LinesQuery,
): Promise<{ items: ImportLine[]; next: number | null }> {
  const row = await importFor(ctx, id);
  const found = await selectLines(ctx, id, { ...query, limit: limit + 1 });
  const items = found.slice(0, limit).map(line => lineOf(ctx, row, line));
  return { items, next: found.length > limit ? items.at(-1)!.line : null };
}

function lineOf(
  { lang }: Ctx,
  row: ImportRow,
  { line, cells, verdict, changes, reasons }: ImportLineRow,
): ImportLine {
  const given = givenIn(columnsOf(row), cells);
  const { code = '', name = '' } = 'refused' in given ? { code: cells.slice(0, 3).join(' · ') } : given;
  return {
    ...{ line, verdict, code, name },
    changes: Object.entries(changes ?? {}).map(([field, [from, to]]) => ({ field, from, to })),
    reasons: (reasons ?? []).map(each => each[lang]),
  };
}

const alreadyOpen = ({ begun_by_name, name }: SeenImport): Words => ({
  en: `${begun_by_name} has an import open (${name}). Finish it or put it aside first.`,
  fr: `${begun_by_name} a une importation en cours (${name}). Terminez-la ou mettez-la de côté d’abord.`,
});
const just_begun = {
  en: 'Somebody else has just begun an import. Finish it or put it aside first.',
  fr: 'Quelqu’un d’autre vient de commencer une importation. Terminez-la ou mettez-la de côté d’abord.',
};
const notGiven = (field: Words): Words => ({
  en: `Say which column holds this: ${field.en}. Without it the lines cannot be told apart.`,
  fr: `Indiquez quelle colonne contient : ${field.fr}. Sans elle, les lignes ne se distinguent pas.`,
});
const given_twice = {
  en: 'Two columns go to the same field. Leave one of them out.',
  fr: 'Deux colonnes vont au même champ. Laissez-en une de côté.',
};
const no_field = { en: 'There is no such field.', fr: 'Ce champ n’existe pas.' };
const gone_on = {
  en: 'The import has gone on meanwhile. Look at where it is now.',
  fr: 'L’importation a avancé entre-temps. Voyez où elle en est.',
};
const nothing_to_do = {
  en: 'All of it is as it was: there is nothing to do.',
  fr: 'Tout est comme avant : il n’y a rien à faire.',
};
