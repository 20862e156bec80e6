import type { z } from 'zod';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { notValid } from '#platform/refusals.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { instantOf } from '#sla/rules/zones.ts';
import { dateOfDay, dayNumber } from '#sla/rules/dates.ts';
import { changesOf } from '#tickets/rules/story.ts';
import type { Accesses, AccessQuery, AuditLine, AuditPage, AuditQuery } from '../rules/audit.ts';
import { aboutOf, sentenceOf } from '../rules/told.ts';
import { selectAccesses, selectLines, type After, type Line, type Wanted } from './views.ts';

/** The audit log's deeds (S21): they read, and change nothing. */

/** A page of the log, newest first. Refuses not_valid for a cursor or days that make no sense. */
export async function auditLog(ctx: Ctx, { cursor, limit, ...asked }: AuditQuery): Promise<AuditPage> {
  const after = cursor === undefined ? undefined : readCursor(cursor);
  const rows = await selectLines(ctx, { ...wantedOf(ctx, asked), after, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return {
    items: items.map(row => lineOf(ctx, row)),
    next: rows.length > limit ? cursorOf(items.at(-1)!) : null,
  };
}

/** The filters as the query takes them: days of the desk's zone become instants. */
export function wantedOf(
  { who }: Pick<Ctx, 'who'>,
  { from, until, ...same }: Omit<AuditQuery, 'cursor' | 'limit'>,
): Omit<Wanted, 'limit'> {
  if (from && until && from > until)
    throw notValid('until', {
      en: 'The end comes before the beginning.',
      fr: 'La fin vient avant le début.',
    });
  const startOf = (date: string) => instantOf(date, 0, 0, who.desk.zone);
  return {
    ...same,
    ...(from && { from: startOf(from) }),
    ...(until && { before: startOf(dateOfDay(dayNumber(until) + 1)) }),
  };
}

export function lineOf(ctx: Ctx, row: Line): AuditLine {
  const { log, position, kind, facts, person, school, ticket, by_token } = row;
  const of_ticket = ticket !== null && log === 'events';
  const name = person?.name ?? (log === 'sign_ins' ? (saidOf(facts['username']) ?? nobody[ctx.lang]) : null);
  const told = { kind, facts, name, person: row.about_person, of_ticket };
  // Of a sign-in, from where.
  const from = [facts['browser'], facts['network']].map(saidOf).filter(Boolean).join(', ');
  return {
    id: `${log}.${position}`,
    at: moment(row.at, seenBy(ctx)),
    about: log === 'accesses' ? 'readings' : log === 'sign_ins' ? 'sign_ins' : aboutOf(kind, of_ticket),
    kind,
    words:
      sentenceOf(told, ctx.lang, day => dateWords(day, seenBy(ctx))) +
      (log === 'sign_ins' && from ? ` (${from})` : ''),
    as: row.acting_as,
    by_token,
    ...{ person, school, ticket },
    changes: of_ticket ? changesOf(facts, { ...seenBy(ctx), side: 'desk' }) : pairsOf(facts),
  };
}

const saidOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
const nobody = { en: 'Somebody', fr: 'Quelqu’un' };

/** What changed where no ticket did: the facts that hold what was before and is now. */
const pairsOf = (facts: Line['facts']): AuditLine['changes'] =>
  Object.entries(facts).flatMap(([field, change]) =>
    Array.isArray(change) ? [{ field, from: textOf(change[0]), to: textOf(change[1]) }] : [],
  );
const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

export const cursorOf = ({ at, log, position }: Pick<Line, 'at' | 'log' | 'position'>): string =>
  `${at.toISOString()}.${log}.${position}`;

function readCursor(cursor: string): After {
  const found = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\.(events|accesses|sign_ins)\.(\d{1,15})$/.exec(
    cursor,
  );
  const at = found && new Date(found[1]!);
  if (!found || Number.isNaN(at!.getTime()))
    throw notValid('cursor', {
      en: 'Use the “next” of the page before as it is.',
      fr: 'Utilisez le « next » de la page précédente tel quel.',
    });
  return { at: at!.toISOString(), log: found[2]!, position: Number(found[3]) };
}

/** Who of the iGroup looked at the school's tickets, newest first; what is inside the iGroup is not among them. */
export async function listAccesses(
  ctx: Ctx,
  { ticket, cursor, limit }: z.output<typeof AccessQuery>,
): Promise<Accesses> {
  const rows = await selectAccesses(ctx, { ticket, before: cursor, limit: limit + 1 });
  const items = rows.slice(0, limit);
  return {
    items: items.map(row => ({ ...row, at: moment(row.at, seenBy(ctx)) })),
    next: rows.length > limit ? String(items.at(-1)!.id) : null,
  };
}
