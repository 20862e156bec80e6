import type { SchoolRole } from '#accounts/rules/who.ts';
import { keepersOfSchools } from '#accounts/rules/policy.ts';
import { readsInside, type Ctx } from '#accounts/server/acting.ts';
import { notFound } from '#platform/refusals.ts';
import { dateWords, moment } from '#sla/rules/moments.ts';
import { localDate } from '#sla/rules/zones.ts';
import type { Fact, StandingOfSchool } from '../../rules/facts/fact.ts';
import { opens, steps, suppliers, type Step } from '../../rules/facts/kinds.ts';
import { lackingOn, rollOutOf, stepsOf, trainedSince } from '../../rules/facts/roll-out.ts';
import { standingOn } from '../../rules/standing.ts';
import { factRows, factsFor, seenSchool, type FactRow } from './store.ts';

/**
 * Where a school stands, and why: its steps, what it lacks, who is trained, its facts. A school reads its own, without
 * what was withdrawn. Refuses with not_found.
 */
export async function standingOfSchool(ctx: Ctx, id: number): Promise<StandingOfSchool> {
  const [school] = await factsFor(ctx, seenSchool(ctx, id));
  if (!school) throw notFound();
  const all = await factRows(ctx, id);
  const rows = readsInside(ctx) ? all : all.filter(row => row.withdrawn_at === null);
  const seen = { now: ctx.now, zone: school.zone, lang: ctx.lang };
  const on = (day: string | null) => (day === null ? null : { day, words: dateWords(day, seen) });
  const today = localDate(ctx.now, school.zone);
  const from = rollOutOf(school);
  const people = school.people
    .filter(({ left }) => !left)
    .map(person => ({
      ...person,
      roles: person.roles as SchoolRole[],
      trained: on(trainedSince(school, person.id)),
    }));
  const trained = people.find(person => person.trained?.day === from.trained_from);
  const days = stepsOf(from);
  return {
    school: id,
    ...standingOn(today, from),
    steps: steps.map(step => ({
      step,
      on: on(days[step]),
      to_come: days[step] !== null && days[step] > today,
      by: step === 'trained' ? (trained?.name ?? null) : saidBy(rows, step),
    })),
    lacks: lackingOn(today, from, school.people).map(what => ({
      what,
      by: suppliers[what],
      opens: opens.includes(what),
    })),
    people,
    facts: rows.map(row => factOf(row, seen)),
    can: { record: keepersOfSchools(ctx.who) },
  };
}

/** Who said that a step is reached: the signer, whoever was named, or who recorded it. */
function saidBy(rows: readonly FactRow[], step: Step): string | null {
  const [first] = rows
    .filter(row => row.kind === step && row.withdrawn_at === null)
    .sort((one, other) => one.day.localeCompare(other.day));
  return first?.signer ?? first?.said_by ?? first?.by ?? null;
}

function factOf(row: FactRow, seen: Parameters<typeof moment>[1]): Fact {
  const { id, kind, day, document, document_version, signer, signer_role, lifts, said_by, reason } = row;
  return {
    ...{ id, kind, document, document_version, signer, signer_role, lifts, said_by, reason },
    on: { day, words: dateWords(day, seen) },
    person: row.person_id === null ? null : { id: row.person_id, name: row.person ?? '' },
    recorded_by: row.by,
    recorded: moment(row.recorded_at, seen),
    withdrawn: row.withdrawn_at && {
      by: row.withdrawer ?? '',
      at: moment(row.withdrawn_at, seen),
      why: row.withdrawn_why ?? '',
    },
  };
}
