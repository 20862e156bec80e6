import type { IgroupNames } from '#accounts/rules/igroup/igroup.ts';
import type { Lang } from '#platform/schemas.ts';
import { fonts, openPaper, sheetsOf, type Paper } from '#platform/paper.ts';
import { wholeDate } from '#sla/rules/moments.ts';
import { localTime } from '#sla/rules/zones.ts';
import { letter_words } from '../../rules/letter.ts';
import type { Addressed } from './store.ts';

/** The letter that brings a school its login: the one place where the password stands. */
export interface Letter {
  school: Addressed;
  username: string;
  password: string;
}

interface Sending {
  lang: Lang;
  now: Date;
  /** From whom it is. */
  igroup: IgroupNames;
  /** Where the help desk is opened. */
  address: string;
}

const ink = '#1b1a17';
const quiet = '#57534a';
const names_shown = 12;

/** One PDF, a page a letter. */
export async function printLetters(letters: readonly Letter[], sending: Sending): Promise<Buffer> {
  const words = letter_words[sending.lang];
  const paper = openPaper({ title: words.title, lang: sending.lang });
  for (const letter of letters) draw(paper.addPage(), letter, sending);
  return sheetsOf(paper);
}

function draw(paper: Paper, letter: Letter, { lang, now, address, igroup }: Sending): void {
  const words = letter_words[lang];
  const { school } = letter;
  const today = localTime(now, school.zone);
  const say = (text: string, size = 11) => paper.font(fonts.plain).fontSize(size).fillColor(ink).text(text);
  paper.fontSize(10).fillColor(quiet).text(wholeDate(today, lang), { align: 'right' });
  if (igroup.name) paper.font(fonts.bold).fontSize(12).fillColor(ink).text(igroup.name);
  if (igroup.system)
    paper.font(fonts.plain).fontSize(10).fillColor(quiet).text(words.helps_with(igroup.system));
  paper.moveDown(1);
  paper.font(fonts.bold).fontSize(12).fillColor(ink).text(school.name);
  for (const line of [school.town, words.code(school.code)]) if (line) say(line);
  paper.moveDown(1.5).font(fonts.bold).fontSize(18).text(words.title).moveDown(0.5);
  say(words.lead);
  paper.moveDown(0.8);
  drawSignIn(paper, letter, { words, address });
  for (const [at, step] of words.steps.entries()) {
    const top = paper.y;
    paper
      .font(fonts.bold)
      .fontSize(11)
      .text(`${at + 1}.`, 72, top, { width: 20 });
    paper.font(fonts.plain).text(step, 94, top, { width: paper.page.width - 166 });
    paper.moveDown(0.35);
  }
  paper.x = 72;
  paper.moveDown(0.5);
  if (school.people.length > 0) {
    paper.font(fonts.bold).fontSize(11).text(words.people);
    const more = school.people.length - names_shown;
    say([...school.people.slice(0, names_shown), ...(more > 0 ? [words.more(more)] : [])].join(' · '));
    paper.moveDown(0.5);
  }
  paper.font(fonts.plain).fontSize(10).fillColor(quiet).text(words.lost);
}

/** What has to be typed, in a frame and in large letters. */
function drawSignIn(
  paper: Paper,
  { username, password }: Letter,
  { words, address }: { words: (typeof letter_words)[Lang]; address: string },
): void {
  const width = paper.page.width - 144;
  const top = paper.y;
  const lines = [
    [words.address, address, 12],
    [words.username, username, 16],
    [words.password, password, 16],
  ] as const;
  let y = top + 12;
  for (const [label, value, size] of lines) {
    paper
      .font(fonts.plain)
      .fontSize(10)
      .fillColor(quiet)
      .text(label, 88, y, { width: width - 32 });
    y = paper.y;
    paper.font(fonts.bold).fontSize(size).fillColor(ink);
    paper.text(value, 88, y, { width: width - 32, characterSpacing: value === password ? 1 : 0 });
    y = paper.y + 6;
  }
  paper
    .roundedRect(72, top, width, y - top + 6, 6)
    .lineWidth(1)
    .strokeColor(quiet)
    .stroke();
  paper.x = 72;
  paper.y = y + 22;
}
