import type { Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import { csvLine, csv_begin } from '#platform/text/csv.ts';
import type { Change, ChangeFilters, Changes } from '../rules/change.ts';
import { changeOf } from './shapes.ts';
import { putLook } from './store.ts';
import { selectChanges, type After, type SeenChange } from './views.ts';

/** The log of changes: read by the iGroup, and by each school as far as it is concerned. */

/** A page of the log: the planned ones first, then the newest. Refuses not_valid. */
export async function listChanges(
  ctx: Ctx,
  { cursor, limit, ...asked }: ChangeFilters & { cursor?: string | undefined; limit: number },
): Promise<Changes> {
  checkDays(asked);
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await selectChanges(ctx, { ...asked, after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return {
    items: items.map(row => changeOf(ctx, row)),
    next: rows.length > limit ? cursorOf(items.at(-1)!) : null,
  };
}

/** Marks for this person that she has looked: what was told until now is new to her no more. */
export async function lookAtChanges(ctx: Ctx): Promise<Record<string, never>> {
  if (ctx.who.side === 'school') await putLook({ ...ctx, who: ctx.who });
  return {};
}

export function checkDays({ from, until }: ChangeFilters): void {
  if (from && until && from > until)
    throw notValid('until', {
      en: 'The end comes before the beginning.',
      fr: 'La fin vient avant le début.',
    });
}

const cursorOf = ({ rank, nearness, recency, id }: SeenChange): string =>
  Buffer.from([rank, nearness, recency, id].join('.')).toString('base64url');

function readCursor(cursor: string): After {
  const found = /^([01])\.(-?\d{1,7})\.(-?\d{1,15})\.([0-9a-f-]{36})$/.exec(
    Buffer.from(cursor, 'base64url').toString(),
  );
  if (!found)
    throw notValid('cursor', {
      en: 'This is not a cursor of this list.',
      fr: 'Ce n’est pas un curseur de cette liste.',
    });
  const [, rank, nearness, recency, id] = found;
  return { rank: Number(rank), nearness: Number(nearness), recency: Number(recency), id: id! };
}

/** The log of some filters as CSV, read a part at a time: each part is a transaction of its own. */
export async function* fileOf(
  { side, lang }: { side: 'desk' | 'school'; lang: 'en' | 'fr' },
  part: (cursor: string | undefined) => Promise<Changes>,
) {
  const inside = side === 'desk';
  yield csv_begin + csvLine([...heads[lang], ...(inside ? inside_heads[lang] : [])]);
  for (let cursor: string | undefined; ;) {
    const { items, next } = await part(cursor);
    yield items
      .map(change => csvLine([...cellsOf(change), ...(inside ? [change.schools, change.ticket] : [])]))
      .join('');
    if (next === null) return;
    cursor = next;
  }
}

const heads = {
  en: ['Day', 'State', 'Area', 'Setting', 'From', 'To', 'Why', 'Concerns'],
  fr: ['Jour', 'État', 'Domaine', 'Paramètre', 'De', 'À', 'Pourquoi', 'Concerne'],
};
const inside_heads = { en: ['Schools', 'Ticket'], fr: ['Écoles', 'Billet'] };

const cellsOf = (change: Change) => [
  ...[change.day.date, change.state_words, change.area_words, change.setting, change.was, change.becomes],
  [change.why, change.dropped_why].filter(Boolean).join(' / '),
  change.concerns,
];
