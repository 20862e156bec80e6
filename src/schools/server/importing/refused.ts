import { Readable } from 'node:stream';
import type { Ctx } from '#accounts/server/acting.ts';
import type { Lang } from '#platform/schemas.ts';
import { csv_begin, csvLine, meantBy } from '#platform/text/csv.ts';
import { fieldWords } from '../../rules/importing/reasons.ts';
import { columnsOf } from './doing.ts';
import { selectLines } from './store.ts';
import type { ImportRow } from './tables.ts';

/** The refused lines of an import as a file: each as it was, with its number and why, to be mended and imported. */

const lines_at_once = 500;
const words = { en: ['Line', 'Why it was refused'], fr: ['Ligne', 'Motif du refus'] };

export function refusedLines(
  row: ImportRow,
  as: <T>(work: (ctx: Ctx) => Promise<T>) => Promise<T>,
  lang: Lang,
): Readable {
  const heads = columnsOf(row).map((field, at) => (field ? fieldWords(field)[lang] : `${at + 1}`));
  async function* text() {
    yield csv_begin + csvLine([...words[lang], ...heads]);
    for (let after = 0; ;) {
      const part = await as(ctx =>
        selectLines(ctx, row.id, { verdict: 'refused', after, limit: lines_at_once }),
      );
      if (part.length === 0) return;
      after = part.at(-1)!.line;
      yield part
        .map(({ line, cells, reasons }) => csvLine([line, said(reasons, lang), ...cells.map(meantBy)]))
        .join('');
    }
  }
  return Readable.from(text(), { objectMode: false });
}

const said = (reasons: ImportRow['trouble'][] | null, lang: Lang): string =>
  (reasons ?? []).map(each => each?.[lang]).join(' ');
