import { csv_begin, csvLine, type Cell } from '#platform/text/csv.ts';
import type { Lang } from '#platform/schemas.ts';
import type { BreachShown, Kept, Slice, Statement } from '../../rules/statements/statement.ts';
import { counted, wordsIn } from './shown.ts';

/** A statement as CSV: every number on a line with the part that it stands in, exact to the second; then each broken promise. */

export async function* fileOf(
  statement: Statement,
  breaches: AsyncIterable<readonly BreachShown[]>,
  lang: Lang,
): AsyncGenerator<string> {
  const words = wordsIn(lang);
  const { heads, parts } = words;
  const whose = statement.school?.name ?? words.all;
  yield csv_begin + csvLine([words.title(statement.name), whose]);
  yield csvLine([heads.part, heads.name, heads.tickets, heads.seconds]);
  const line = (part: string, name: string, count: Cell, seconds: Cell = null) =>
    csvLine([part, name, count, seconds]);
  for (const { name, count } of counted(statement)) yield line(parts.volumes, name, count);
  const lines = (part: string, clock: string, kept: Kept) =>
    [
      line(part, `${clock}: ${words.in_time}`, kept.in_time),
      line(part, `${clock}: ${words.late}`, kept.late),
      line(part, `${clock}: ${words.median}`, kept.met, kept.median?.seconds),
      line(part, `${clock}: ${words.ninth}`, kept.met, kept.ninth?.seconds),
    ].join('');
  const { response, resolution } = statement.clocks;
  for (const clock of [response, resolution]) yield lines(parts.clocks, clock.name, clock);
  for (const clock of ['response', 'resolution'] as const)
    for (const { name, count } of statement.took[clock]) yield line(parts.took[clock], name, count);
  const slices = [
    [parts.priority, statement.by_priority],
    [parts.category, statement.by_category],
    [parts.school, statement.schools],
  ] as const satisfies [string, Slice[]][];
  for (const [part, all] of slices)
    for (const slice of all) {
      yield line(part, `${slice.name}: ${words.volumes.opened}`, slice.opened);
      yield line(part, `${slice.name}: ${words.volumes.solved}`, slice.solved);
      yield lines(part, `${slice.name}: ${response.name}`, slice.response);
      yield lines(part, `${slice.name}: ${resolution.name}`, slice.resolution);
    }
  for (const { name, seconds } of statement.waited) yield line(parts.waited, name, null, seconds);
  yield line(parts.waited, words.together, null, statement.waited_together.seconds);
  yield csvLine([]);
  yield csvLine([parts.breaches]);
  const { ticket, subject, school, clock, priority, category, due, met, spent, target, reason } = heads;
  yield csvLine([ticket, subject, school, clock, priority, category, due, met, spent, target, reason]);
  for await (const some of breaches) yield some.map(breachLine).join('');
}

const breachLine = (breach: BreachShown): string =>
  csvLine([
    ...[breach.number, breach.subject, breach.school, breach.clock_name, breach.priority, breach.category],
    ...[breach.due.at, breach.met?.at, breach.spent.seconds, breach.target.seconds, breach.reason],
  ]);
