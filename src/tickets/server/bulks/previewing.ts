import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { BulkPreview, BulkPreviewing } from '../../rules/bulks/bulk.ts';
import { bulk_limits } from '../../rules/bulks/limits.ts';
import { moves, type Move } from '../../rules/lifecycle.ts';
import { canOf, type Facts } from '../../rules/policy.ts';
import {
  foreseeAll,
  speaks,
  type Foreseeable,
  type Foreseen,
  type Foresight,
} from '../../rules/steps/foresee.ts';
import type { Step } from '../../rules/steps/step.ts';
import { changesOf } from '../../rules/story.ts';
import { en } from '../../rules/words/en.ts';
import { fr } from '../../rules/words/fr.ts';
import { factsOf, seenBy } from '../shapes.ts';
import { checkSteps } from './checking.ts';
import { selectForeseeable, selectNames, type ForeseeableRow } from './views.ts';

/**
 * What would come of it if it were done now: counts of all, and a page of tickets, those that cannot first. Changes
 * nothing. Refuses not_valid (steps that nobody could do), not_found (no tickets at all), not_now (too many).
 */
export async function previewBulk(
  ctx: Ctx,
  { steps, within, offset, limit, ...chosen }: BulkPreviewing,
): Promise<BulkPreview> {
  await checkSteps(ctx, steps);
  const rows = await selectForeseeable(ctx, chosen, within);
  if (rows.length === 0) throw notFound();
  if (rows.length > bulk_limits.tickets) throw tooMany();
  const mine = steps.map(step => asOneself(ctx, step));
  const factsFor = factsOfMany(ctx);
  const seen = rows.map(row => seenOf(ctx, row, factsFor(row)));
  const lines = seen.map(each => ({ ...each, ...sorted(foreseenOf(ctx, each, mine)) }));
  const of = (kind: Kind) => lines.filter(line => line.kind === kind);
  const ordered = [...of('cannot'), ...of('will'), ...of('already')];
  const shown = ordered.slice(offset, offset + limit);
  const name = await namesFor(ctx, shown);
  return {
    total: rows.length,
    missing: chosen.tickets ? new Set(chosen.tickets).size - rows.length : 0,
    outside: rows.filter(row => !row.within).length,
    will: of('will').length,
    already: of('already').length,
    cannot: of('cannot').length,
    reasons: reasonsOf(of('cannot').map(({ foresight }) => refusedOf(ctx, foresight) ?? '')),
    speaks: steps.some(speaks),
    moves: movesOf(seen.map(({ ticket }) => ticket)),
    items: shown.map(({ row: { number, subject }, foresight }) => ({
      number,
      subject,
      changes: 'changes' in foresight ? inWords(ctx, foresight.changes, name) : [],
      refused: refusedOf(ctx, foresight),
    })),
  };
}

export const tooMany = () =>
  notNow({
    en: `That is too many at once: at most ${bulk_limits.tickets.toLocaleString('en')} tickets. Narrow the list down first.`,
    fr: `C’est trop à la fois : au plus ${bulk_limits.tickets.toLocaleString('fr')} billets. Restreignez d’abord la liste.`,
  });

type Kind = 'will' | 'already' | 'cannot';
const sorted = (foresight: Foresight): { foresight: Foresight; kind: Kind } => ({
  foresight,
  kind: 'refused' in foresight ? 'cannot' : foresight.changes.length > 0 ? 'will' : 'already',
});

const asOneself = ({ who }: Ctx, step: Step): Step =>
  step.does === 'assign' && step.agent === 'me' ? { ...step, agent: who.person_id } : step;

interface Seen {
  row: ForeseeableRow;
  facts: Facts;
  ticket: Foreseeable;
}

const seenOf = ({ who }: Ctx, row: ForeseeableRow, facts: Facts): Seen => ({
  row,
  facts,
  ticket: {
    ...row,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id },
    planned_for: row.planned_for === null ? null : { date: row.planned_for, words: row.planned_for },
    can: canOf(who, facts),
  },
});

/** What the policy must know of each of many: the school days since one and the same day are counted once. */
function factsOfMany({ now }: Ctx): (row: ForeseeableRow) => Facts {
  const counted = new Map<string, number>();
  return row => {
    if (!row.ended_at) return factsOf(row, row.zone, now);
    const day = `${row.zone} ${localDate(row.ended_at, row.zone)}`;
    const facts = counted.has(day)
      ? factsOf({ ...row, ended_at: null }, row.zone, now)
      : factsOf(row, row.zone, now);
    const school_days_since_end = counted.get(day) ?? facts.school_days_since_end;
    counted.set(day, school_days_since_end);
    return { ...facts, school_days_since_end };
  };
}

const foreseenOf = ({ who }: Ctx, { ticket, facts }: Seen, steps: readonly Step[]): Foresight =>
  foreseeAll(ticket, steps, (state, category) => canOf(who, { ...facts, state, category }));

function movesOf(tickets: readonly Foreseeable[]): BulkPreview['moves'] {
  const counts = new Map<Move, { count: number; requires: Set<string> }>();
  for (const { move, requires } of tickets.flatMap(({ can }) => can.moves)) {
    const found = counts.get(move) ?? { count: 0, requires: new Set() };
    counts.set(move, found);
    found.count += 1;
    for (const name of requires) found.requires.add(name);
  }
  return moves.flatMap(move => {
    const found = counts.get(move);
    return found ? [{ move, requires: [...found.requires], count: found.count }] : [];
  });
}

const refusedOf = ({ lang }: Ctx, foresight: Foresight): string | null =>
  'refused' in foresight ? foresight.refused[lang] : null;

function reasonsOf(refused: readonly string[]): BulkPreview['reasons'] {
  const counts = new Map<string, number>();
  for (const words of refused) counts.set(words, (counts.get(words) ?? 0) + 1);
  return [...counts]
    .map(([words, count]) => ({ words, count }))
    .sort((one, other) => other.count - one.count);
}

/** The names of the people whom these lines name. */
async function namesFor(ctx: Ctx, lines: readonly { foresight: Foresight }[]) {
  const ids = lines.flatMap(({ foresight }) =>
    'changes' in foresight
      ? foresight.changes.flatMap(({ field, from, to }) => (field === 'assignee' ? [from, to] : []))
      : [],
  );
  const names = await selectNames(
    ctx,
    [...new Set(ids)].filter(id => typeof id === 'number'),
  );
  return (id: Foreseen['to']) =>
    id === null ? null : id === 'me' ? ctx.who.name : (names.get(Number(id)) ?? String(id));
}

const text_fields = ['reply', 'note', 'question', 'answer', 'pack', 'reason'] as const;
const called: Partial<Record<string, Record<'en' | 'fr', string>>> = {
  ...Object.fromEntries(
    text_fields.map(name => [name, { en: en.requirements[name], fr: fr.requirements[name] }]),
  ),
  reply: { en: 'A reply', fr: 'Une réponse' },
  note: { en: 'A note', fr: 'Une note' },
};

/** What changes as the ticket's own story would tell it, and what is written as it is. */
function inWords(
  ctx: Ctx,
  changes: readonly Foreseen[],
  name: (id: Foreseen['to']) => string | null,
): BulkPreview['items'][number]['changes'] {
  const reader = { ...seenBy(ctx), side: 'desk' as const };
  return changes.flatMap(({ field, from, to }) => {
    const text = called[field]?.[ctx.lang];
    if (text) return [{ field: text, from: null, to: to === null ? null : String(to) }];
    const values = field === 'assignee' ? [name(from), name(to)] : [from, to];
    return changesOf({ [field]: values }, reader);
  });
}
