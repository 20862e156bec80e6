import type { z } from 'zod';
import { seenBy, type Ctx } from '#accounts/server/acting.ts';
import { recordDeed } from '#accounts/server/story/story.ts';
import { notFound } from '#platform/refusals.ts';
import { dateWords } from '#sla/rules/moments.ts';
import type { MovedOn, MovingOn, WaveOn } from '../../rules/facts/fact.ts';
import { lackingOn, rollOutOf } from '../../rules/facts/roll-out.ts';
import { waveFor } from '../waves/store.ts';
import { holdSchools, keepStanding } from './keeping.ts';
import { factsFor, insertFacts, markWithdrawn, ofWave, standingFacts } from './store.ts';

/** A wave that moves on: its schools enter Stage 1 on one day, with one fact for each. */

/** Which schools of a wave would enter Stage 1 on a day, which have it already, and what each lacks on that day. Refuses with not_found. */
export async function foreseeStage1(ctx: Ctx, wave_id: number, day: string): Promise<WaveOn> {
  const wave = await waveFor(ctx, wave_id);
  if (!wave) throw notFound();
  const schools = await factsFor(ctx, ofWave(wave_id));
  return {
    wave,
    on: { day, words: dateWords(day, seenBy(ctx)) },
    items: schools.map(({ id, name, zone, ...facts }) => {
      const from = rollOutOf(facts);
      const words = (on: string) => dateWords(on, { now: ctx.now, zone, lang: ctx.lang });
      const entered = from.stage1_from;
      return {
        id,
        name,
        already: entered === null ? null : { day: entered, words: words(entered) },
        lacks: lackingOn(day, from, facts.people).filter(what => what !== 'stage1'),
      };
    }),
  };
}

/** Records Stage 1 for those of the wave's schools that have no such fact. Refuses with not_found. */
export async function moveOn(
  ctx: Ctx,
  wave_id: number,
  { day, schools, said_by }: MovingOn,
): Promise<z.output<typeof MovedOn>> {
  // The wave first, as whoever moves schools into it does.
  await waveFor(ctx, wave_id);
  await holdSchools(ctx, schools);
  const { items } = await foreseeStage1(ctx, wave_id, day);
  const moving = items.filter(({ id, already }) => !already && schools.includes(id)).map(({ id }) => id);
  if (moving.length === 0) return { facts: [] };
  const rows = moving.map(school_id => ({
    school_id,
    kind: 'stage1' as const,
    day,
    said_by: said_by ?? null,
  }));
  const facts = await insertFacts(ctx, rows);
  await recordDeed(
    ctx,
    ...facts.map((fact, at) => ({
      kind: 'fact_recorded',
      audience: 'school' as const,
      school_id: moving[at]!,
      facts: { fact, what: 'stage1', day },
    })),
  );
  await keepStanding(ctx, moving);
  return { facts };
}

/** Withdraws what `moveOn` recorded, as far as it still stands. */
export async function takeBackStage1(
  ctx: Ctx,
  ids: readonly number[],
  why: string,
): Promise<z.output<typeof MovedOn>> {
  const of = async () => (await standingFacts(ctx, ids)).filter(({ kind }) => kind === 'stage1');
  await holdSchools(
    ctx,
    (await of()).map(({ school_id }) => school_id),
  );
  const facts = await of();
  if (facts.length === 0) return { facts: [] };
  const back = facts.map(({ id }) => id);
  await markWithdrawn(ctx, back, why);
  await recordDeed(
    ctx,
    ...facts.map(({ id, school_id }) => ({
      kind: 'fact_withdrawn',
      audience: 'school' as const,
      school_id,
      facts: { fact: id, what: 'stage1' },
    })),
  );
  await keepStanding(
    ctx,
    facts.map(({ school_id }) => school_id),
  );
  return { facts: back };
}
