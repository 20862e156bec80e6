import type { Ctx } from '#accounts/server/acting.ts';
import { notFound, notNow } from '#platform/refusals.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { BulkPreview, BulkPreviewing } from '../../rules/bulks/bulk.ts';
import { bulk_limits } from '../../rules/bulks/limits.ts';
import { moves, type Move } from '../../rules/lifecycle.ts';
import { canOf, type Facts } from '../../rules/policy.ts';
import { foreseeAll, speaks } from '../../rules/steps/foresee.ts';
import type { Foreseeable, Foreseeing, Foreseen, Foresight } from '../../rules/steps/foreseeable.ts';
import type { Step } from '../../rules/steps/step.ts';
import { en } from '../../rules/words/en.ts';
import { fr } from '../../rules/words/fr.ts';
import { seenFacts } from '../shapes.ts';
import { foreseeing, peopleNamed } from '../steps/foreseeing.ts';
import { telling, type Telling } from '../steps/in-words.ts';
import { checkSteps } from './checking.ts';
import { selectForeseeable, type ForeseeableRow } from './views.ts';

/**
 * What would come of it if it were done now: counts of all, and a page of tickets, those that cannot first. Changes
 * nothing. Refuses not_valid (steps that nobody could do), not_found (no tickets at all), not_now (too many).
 */
export async function previewBulk(
  ctx: Ctx,
  { steps, within, offset, limit, ...chosen }: BulkPreviewing,
): Promise<BulkPreview> {
  await checkSteps(ctx, steps);
  const rows = await selectForeseeable(ctx, { chosen, within, steps });
  if (rows.length === 0) throw notFound();
  if (rows.length > bulk_limits.tickets) throw tooMany();
  const by = await foreseeing(ctx, steps);
  const at_school = await peopleNamed(ctx, steps, by);
  const factsFor = factsOfMany(ctx);
  const seen = rows.map(row => seenOf(ctx, { row, facts: factsFor(row), people: at_school(row.school_id) }));
  const lines = seen.map(each => ({ ...each, ...sorted(foreseenOf(ctx, each, steps, by)) }));
  const of = (kind: Kind) => lines.filter(line => line.kind === kind);
  const ordered = [...of('cannot'), ...of('will'), ...of('already')];
  const shown = ordered.slice(offset, offset + limit);
  const { tell } = await telling(
    ctx,
    steps,
    shown.flatMap(({ foresight }) => changesIn(foresight)),
  );
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
      changes: changesIn(foresight).flatMap(change => inWords(ctx, change, tell)),
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

const changesIn = (foresight: Foresight) => ('changes' in foresight ? foresight.changes : []);

interface Seen {
  row: ForeseeableRow;
  facts: Facts;
  ticket: Foreseeable;
}

const seenOf = (
  { who }: Ctx,
  { row, facts, people }: Pick<Seen, 'row' | 'facts'> & { people: readonly number[] },
): Seen => ({
  row,
  facts,
  ticket: {
    ...row,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id },
    team: row.team_id === null ? null : { id: row.team_id },
    planned_for: row.planned_for === null ? null : { date: row.planned_for, words: row.planned_for },
    can: canOf(who, facts),
    beside: { values: row.values, followers: row.followers, snoozed_until: row.snoozed_until, people },
  },
});

/** What the policy must know of each of many: the school days since one and the same day are counted once. */
function factsOfMany({ now }: Ctx): (row: ForeseeableRow) => Facts {
  const counted = new Map<string, number>();
  return row => {
    if (!row.ended_at) return seenFacts(row, now);
    const day = `${row.school_id} ${localDate(row.ended_at, row.zone)}`;
    const facts = seenFacts(counted.has(day) ? { ...row, ended_at: null } : row, now);
    const school_days_since_end = counted.get(day) ?? facts.school_days_since_end;
    counted.set(day, school_days_since_end);
    return { ...facts, school_days_since_end };
  };
}

const foreseenOf = (
  { who }: Ctx,
  { ticket, facts }: Seen,
  steps: readonly Step[],
  by: Foreseeing,
): Foresight => foreseeAll(ticket, steps, by, (state, category) => canOf(who, { ...facts, state, category }));

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

const text_fields = ['reply', 'note', 'question', 'answer', 'pack', 'reason'] as const;
const called: Partial<Record<string, Record<'en' | 'fr', string>>> = {
  ...Object.fromEntries(
    text_fields.map(name => [name, { en: en.requirements[name], fr: fr.requirements[name] }]),
  ),
  reply: { en: 'A reply', fr: 'Une réponse' },
  note: { en: 'A note', fr: 'Une note' },
};

/** What changes as the ticket's own story would tell it, and what is written as it is. */
function inWords({ lang }: Ctx, change: Foreseen, tell: Telling['tell']) {
  const text = called[change.field]?.[lang];
  return text
    ? [{ field: text, from: null, to: change.to === null ? null : String(change.to) }]
    : tell(change);
}
