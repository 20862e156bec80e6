import { fonts, openPaper, sheetsOf, type Paper } from '#platform/paper.ts';
import type { Lang } from '#platform/schemas.ts';
import type { BreachShown, Slice, Statement } from '../../rules/statements/statement.ts';
import { counted, wordsIn } from './shown.ts';

/** A statement on paper: the same numbers as on its page, in tables and in bars. */

const ink = '#1b1a17';
const quiet = '#57534a';
const line = '#dcd7ca';
const bar = '#0a5a63';
const left = 72;
const row = 17;
/** More would be a book; the file has them all. */
const breaches_printed = 40;

interface Sheet {
  paper: Paper;
  width: number;
  bottom: number;
}

export async function printStatement(
  statement: Statement,
  igroup: string | null,
  lang: Lang,
): Promise<Buffer> {
  const words = wordsIn(lang);
  const whose = statement.school?.name ?? words.all;
  const paper = openPaper({ title: `${words.title(statement.name)}, ${whose}`, lang });
  paper.addPage();
  const { width, height } = paper.page;
  const sheet = { paper, width: width - 2 * left, bottom: height - 80 };
  const { parts } = words;

  say(sheet, [igroup, whose].filter(Boolean).join(' · '), { size: 10, colour: quiet });
  say(sheet, words.title(statement.name), { size: 20, bold: true });
  const state = statement.closed ? words.closed(statement.closed.exact) : words.preview;
  say(sheet, state, { size: 10, colour: quiet });
  const agreement = statement.agreements.length > 0 ? words.agreement(statement.agreements.join(', ')) : '';
  say(sheet, `${words.by(statement.hours)} ${agreement}`, { size: 10, colour: quiet });

  head(sheet, parts.volumes);
  bars(
    sheet,
    counted(statement).map(({ name, count }) => ({ name, count, said: String(count) })),
  );
  if (statement.answered) say(sheet, words.answered_rule, { size: 9, colour: quiet });
  head(sheet, parts.clocks);
  for (const clock of [statement.clocks.response, statement.clocks.resolution]) {
    const goal = clock.goal_words ? ` (${clock.goal_words})` : '';
    say(sheet, `${clock.name}: ${words.in_time} ${clock.share_words}${goal}`, { size: 11, bold: true });
    const took = [
      `${words.median} ${clock.median?.words ?? words.none}`,
      `${words.ninth} ${clock.ninth?.words ?? words.none}`,
    ];
    say(sheet, took.join(' · '), { size: 10 });
  }
  say(sheet, words.month_rule, { size: 9, colour: quiet });
  for (const clock of ['response', 'resolution'] as const) {
    head(sheet, parts.took[clock]);
    bars(
      sheet,
      statement.took[clock].map(each => ({ ...each, said: String(each.count) })),
    );
  }
  slices(sheet, parts.priority, statement.by_priority, lang);
  slices(sheet, parts.category, statement.by_category, lang);
  slices(sheet, parts.school, statement.schools, lang);
  head(sheet, parts.waited);
  bars(
    sheet,
    statement.waited.map(({ name, seconds, words: said, percent }) => ({
      ...{ name, count: seconds },
      said: `${said} (${percent}${lang === 'fr' ? ' ' : ''}%)`,
    })),
  );
  say(sheet, `${words.together}: ${statement.waited_together.words}. ${words.waited_note}`, {
    size: 9,
    colour: quiet,
  });
  before(sheet, statement, lang);
  head(sheet, parts.breaches);
  if (statement.breaches.length === 0) say(sheet, words.no_breach, { size: 10 });
  for (const breach of statement.breaches.slice(0, breaches_printed)) draw(sheet, breach);
  const more = statement.breach_count - Math.min(statement.breaches.length, breaches_printed);
  if (more > 0) say(sheet, words.more(more), { size: 10 });
  return sheetsOf(paper);
}

interface Say {
  size: number;
  bold?: boolean;
  colour?: string;
}

function say({ paper, width }: Sheet, text: string, { size, bold, colour = ink }: Say): void {
  paper
    .font(bold ? fonts.bold : fonts.plain)
    .fontSize(size)
    .fillColor(colour)
    .text(text, left, paper.y, { width });
  paper.moveDown(0.25);
}

/** A part's title, never alone at the foot of a page. */
function head(sheet: Sheet, title: string): void {
  room(sheet, 4 * row);
  sheet.paper.moveDown(0.7);
  say(sheet, title, { size: 13, bold: true });
}

function room({ paper, bottom }: Sheet, height: number): void {
  if (paper.y + height > bottom) paper.addPage();
}

/** Lying bars, each with its number at its end. */
function bars(sheet: Sheet, all: readonly { name: string; count: number; said: string }[]): void {
  const { paper, width } = sheet;
  const greatest = Math.max(1, ...all.map(({ count }) => count));
  const [names, numbers] = [150, 110];
  for (const { name, count, said } of all) {
    room(sheet, row);
    const y = paper.y;
    cell(paper, name, { x: left, y, width: names });
    const long = (count / greatest) * (width - names - numbers);
    if (count > 0) paper.rect(left + names + 6, y + 2, Math.max(2, long), 9).fill(bar);
    cell(paper, said, { x: left + names + 12 + long, y, width: numbers });
    paper.y = y + row;
  }
}

interface Place {
  x: number;
  y: number;
  width: number;
  align?: 'right';
}

const cell = (paper: Paper, text: string, { x, y, width, align }: Place, bold = false) =>
  paper
    .font(bold ? fonts.bold : fonts.plain)
    .fontSize(9.5)
    .fillColor(ink)
    .text(text, x, y, { width, height: 13, ellipsis: true, lineBreak: false, ...(align && { align }) });

const columns = [188, 56, 56, 84, 84];

/** Rows of a table, the first of them its heads. */
function table(sheet: Sheet, rows: readonly (readonly string[])[]): void {
  const { paper, width } = sheet;
  for (const [place, cells] of rows.entries()) {
    room(sheet, row);
    const y = paper.y;
    let x = left;
    for (const [at, text] of cells.entries()) {
      const wide = columns[at]!;
      cell(paper, text, { x, y, width: wide - 6, ...(at > 0 && { align: 'right' as const }) }, place === 0);
      x += wide;
    }
    paper
      .moveTo(left, y + 14)
      .lineTo(left + width, y + 14)
      .lineWidth(0.5)
      .strokeColor(line)
      .stroke();
    paper.y = y + row;
  }
}

function slices(sheet: Sheet, title: string, all: readonly Slice[], lang: Lang): void {
  if (all.length === 0) return;
  const { volumes, clocks } = wordsIn(lang);
  head(sheet, title);
  table(sheet, [
    ['', volumes.opened, volumes.solved, clocks.response, clocks.resolution],
    ...all.map(({ name, opened, solved, response, resolution }) => [
      ...[name, String(opened), String(solved)],
      ...[briefly(response.share_words), briefly(resolution.share_words)],
    ]),
  ]);
}

/** "92.5%: 37 of 40" in a narrow column: the share alone. */
const briefly = (share_words: string): string => share_words.split(/\s?:/)[0]!;

function before(sheet: Sheet, { before: months, name, clocks, volumes }: Statement, lang: Lang): void {
  if (months.length === 0) return;
  const words = wordsIn(lang);
  const of = (key: string) => String(volumes.find(each => each.key === key)?.count ?? 0);
  head(sheet, words.parts.before);
  table(sheet, [
    [
      words.heads.month,
      words.volumes.opened,
      words.volumes.solved,
      words.clocks.response,
      words.clocks.resolution,
    ],
    [
      name,
      of('opened'),
      of('solved'),
      briefly(clocks.response.share_words),
      briefly(clocks.resolution.share_words),
    ],
    ...months.map(({ name, opened, solved, response, resolution }) => [
      ...[name, String(opened), String(solved)],
      ...[briefly(response.share_words), briefly(resolution.share_words)],
    ]),
  ]);
}

function draw(sheet: Sheet, { number, subject, school, clock_name, priority, reason }: BreachShown): void {
  room(sheet, 3 * row);
  say(sheet, `${number} · ${subject}`, { size: 10, bold: true });
  say(sheet, [school, clock_name, priority].join(' · '), { size: 9, colour: quiet });
  say(sheet, reason, { size: 10 });
  sheet.paper.moveDown(0.2);
}
