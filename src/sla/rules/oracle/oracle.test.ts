import { expect, test } from 'vitest';
import { isOpenAt, openSeconds, opensNext, openStretches, promisedAt } from '../open-time.ts';
import { caseOf, diceOf, type Dice } from './cases.ts';
import { countSeconds, countTo, nextOpening, windowOf } from './minutes.ts';

/** `npm run oracle -- --cases 100000` counts more of them, each time others. */
const cases = Number(process.env['ORACLE_CASES'] ?? 2000);
const seed = Number(process.env['ORACLE_SEED'] ?? 2026);
const of_calendar = 100;

test(`business time is what counting every minute gives, in ${cases} random cases`, () => {
  const dice = diceOf(seed);
  const differences: string[] = [];
  for (let number = 0; number * of_calendar < cases; number++) {
    // Most of the cases lie within some weeks; now and then one spans more than two years.
    const { times, first, length } = caseOf(dice, number % 20 === 19 ? 800 : 20 + dice(60));
    const window = windowOf(times, first, length);
    const at = (second: number) => new Date(second * 1000);
    for (let each = 0; each < of_calendar; each++) {
      const from = first * 60 + secondIn(dice, length);
      const to = first * 60 + secondIn(dice, length);
      const open = countSeconds(window, from, to);
      const seconds = [dice(3600 * 8), dice(3600 * 80), open][dice(3)]!;
      const due = seconds === 0 ? from : countTo(window, from, seconds);
      const opening = nextOpening(window, from);
      const said = {
        open: openSeconds(at(from), at(to), times),
        stretches: openStretches(at(from), at(to), times).reduce((sum, { from, to }) => sum + +to - +from, 0),
        is_open: isOpenAt(at(from), times),
        ...(due !== undefined && { due: promisedAt(at(from), seconds, times)?.getTime() }),
        ...(opening !== undefined && { opening: opensNext(at(from), times)?.getTime() }),
      };
      const counted = {
        open,
        stretches: open * 1000,
        is_open: window.open[Math.floor(from / 60) - first] === 1,
        ...(due !== undefined && { due: due * 1000 }),
        ...(opening !== undefined && { opening: opening * 1000 }),
      };
      if (JSON.stringify(said) !== JSON.stringify(counted))
        differences.push(JSON.stringify({ calendar: number, from, to, seconds, said, counted, times }));
    }
  }
  expect(differences.slice(0, 3)).toEqual([]);
});

/** On a full minute, or within one. */
const secondIn = (dice: Dice, minutes: number) => dice(minutes) * 60 + (dice(2) === 0 ? 0 : dice(60));
