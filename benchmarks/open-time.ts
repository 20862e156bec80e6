import { first_desk_time, type DeskTimes } from '../src/sla/rules/desk-hours.ts';
import { openSeconds, promisedAt } from '../src/sla/rules/open-time.ts';

/** npm run bench -- --open-time: what a question over two years of business time costs, in microseconds. */
const zone = 'America/Denver'; // which changes its clocks
const since = (date: string) => new Date(`${date}T18:00:00Z`);
const days = Array.from({ length: 20 }, (_, at) => {
  const date = `2027-${String(1 + (at % 12)).padStart(2, '0')}-${String(5 + at).padStart(2, '0')}`;
  return {
    first_day: date,
    last_day: date,
    name: 'A day',
    hours: at % 2 ? [] : [{ from_minute: 480, to_minute: 720 }],
  };
});
const split = [1, 2, 3, 4, 5].flatMap(weekday => [
  { weekday, from_minute: 480, to_minute: 720 },
  { weekday, from_minute: 780, to_minute: 960 },
]);
const times: DeskTimes = [
  { ...first_desk_time, zone, since: new Date(0) },
  { zone, week: split, days, since: since('2027-02-01') },
  { ...first_desk_time, zone, days, since: since('2027-09-01') },
];
const [from, to] = [new Date('2026-11-23T17:00:00Z'), new Date('2028-11-22T20:30:10Z')];
const whole = openSeconds(from, to, times);

const rounds = 200_000;
function microseconds(ask: () => unknown): string {
  for (let warm = 0; warm < 5_000; warm++) ask();
  const begun = performance.now();
  for (let round = 0; round < rounds; round++) ask();
  return (((performance.now() - begun) * 1000) / rounds).toFixed(2);
}

console.log('### Business time over two years\n');
console.log('| question | µs |\n| --- | --: |');
console.log(`| open seconds between two instants | ${microseconds(() => openSeconds(from, to, times))} |`);
console.log(`| when so many are over | ${microseconds(() => promisedAt(from, whole, times))} |`);
