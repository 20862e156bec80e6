import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { rollOutOf } from '../../rules/facts/roll-out.ts';
import { factsFor } from './store.ts';

let house: House;
let nadia: Client;
beforeAll(async () => {
  house = await openHouse();
  nadia = await house.as('Nadia Petrov');
});
afterAll(() => house?.close());

/** Chance that comes again: the same seed plays the same history. */
function chance(seed: number) {
  let state = seed;
  const next = () => (state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296) / 4_294_967_296;
  return <T>(some: readonly T[]): T => some[Math.floor(next() * some.length)]!;
}

interface Known {
  schools: { id: number; people: { id: number }[] }[];
  training: { id: number; sessions: { id: number }[] };
}

async function known(): Promise<Known> {
  const { items } = (await nadia.get('/api/schools')).body;
  const schools = await Promise.all(
    items.map(async ({ id }: { id: number }) => (await nadia.get(`/api/schools/${id}`)).body),
  );
  const trainings = (await nadia.get('/api/trainings')).body.items;
  const training = trainings.find(({ state }: { state: string }) => state !== 'coming');
  await nadia.patch(`/api/trainings/${training.id}`, { capacity: 100 });
  for (const person of schools.flatMap(({ people }) => people))
    await nadia.put(`/api/trainings/${training.id}/places/${person.id}`, { state: 'booked' });
  return { schools, training };
}

const days = ['2026-10-05', '2026-11-02', '2026-11-20', '2026-11-23'];

/** One thing that happens to a school; many of them are refused, as in life. */
async function happen(pick: ReturnType<typeof chance>, { schools, training }: Known): Promise<void> {
  const school = pick(schools);
  const person = pick(school.people);
  const path = `/api/schools/${school.id}`;
  const facts = (await nadia.get(`${path}/standing`)).body.facts as { id: number; kind: string }[];
  const deeds = [
    () => nadia.post(`${path}/facts`, { kind: pick(['invited', 'stage1']), day: pick(days) }),
    () => nadia.post(`${path}/facts`, { kind: 'trained_before', day: pick(days), person: person.id }),
    () => nadia.post(`${path}/facts`, { kind: 'suspended', day: pick(days), reason: 'x' }),
    () => nadia.post(`${path}/facts`, { kind: 'lifted', day: pick(days), lifts: pick(facts)?.id ?? 1 }),
    () => nadia.put(`${path}/facts/${pick(facts)?.id ?? 1}/withdrawal`, { why: 'x' }),
    () => nadia.delete(`${path}/facts/${pick(facts)?.id ?? 1}/withdrawal`),
    () => nadia.patch(`${path}/people/${person.id}`, { left: pick([true, false]) }),
    () =>
      nadia.put(`/api/trainings/${training.id}/sessions/${pick(training.sessions).id}/attendance`, {
        people: [person.id, pick(pick(schools).people).id],
        attended: pick([true, true, false]),
      }),
  ];
  expect((await pick(deeds)()).status).toBeLessThan(500);
}

test(
  'what is kept of each school is what its facts amount to, after whatever happened',
  {
    timeout: 60_000,
  },
  async () => {
    const there = await known();
    const pick = chance(5);
    for (let round = 0; round < 4; round++) {
      for (let times = 0; times < 15; times++) await happen(pick, there);
      const rows = await factsFor({ db: house.database.owner }, undefined);
      for (const { kept, name, ...facts } of rows) expect([name, kept]).toEqual([name, rollOutOf(facts)]);
    }
  },
);
