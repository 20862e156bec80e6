import { diceOf, type Dice } from './dice.ts';

/** Texts as long, and words as often repeated, as people's: the search's index and PostgreSQL's compression see real work. */

const small = (
  'the to and a of in is it that we for on have with this be not are was but as at they our can you when she he ' +
  'from if all will one there so what an or since please thank hello again today still after before'
).split(' ');

const domain = (
  'password account login teacher student school office computer browser printer report card marks grade class ' +
  'attendance absence enrolment withdrawal transcript timetable course section schedule term semester year ' +
  'September June district ministry MyEducation Level demographics guardian address phone number PEN permanent ' +
  'record file export import spreadsheet column error message screen blank slow network cable router wireless ' +
  'firewall proxy certificate update Chrome Firefox Edge Windows laptop Chromebook principal secretary counsellor ' +
  'kindergarten graduation credential assessment locked reset role access permission calendar holiday duplicate ' +
  'merge deadline submission invoice fee training webinar guide step button menu page save cancel refresh cache'
).split(' ');

const starts =
  'b bl br c ch cl cr d dr f fl fr g gl gr h j k l m n p pl pr qu r s sc sh sl sp st str t th tr v w'.split(
    ' ',
  );
const middles = 'a e i o u ai ea ee ie oa oo ou'.split(' ');
const ends = [
  '',
  '',
  'b',
  'ck',
  'd',
  'ft',
  'g',
  'l',
  'll',
  'm',
  'n',
  'nd',
  'nt',
  'p',
  'r',
  'rd',
  'rn',
  's',
  'st',
  't',
];

const made_up = 4000;
/** Each place in this table is as likely as the next; how many of them a word has makes it frequent (Zipf). */
const places = 65_536;

const table = tableOf(vocabulary());

function vocabulary(): string[] {
  const dice = diceOf(7);
  const words = new Set<string>();
  const syllable = () => dice.one(starts) + dice.one(middles) + dice.one(ends);
  while (words.size < made_up) words.add(Array.from({ length: dice.between(1, 3) }, syllable).join(''));
  const mixed = [...words];
  for (const word of domain) mixed.splice(dice.below(800), 0, word);
  return [...small, ...mixed];
}

function tableOf(words: readonly string[]): string[] {
  const total = words.reduce((sum, _, rank) => sum + 1 / (rank + 1), 0);
  return words.flatMap((word, rank) => Array<string>(Math.ceil(places / total / (rank + 1))).fill(word));
}

/** A word, as often as its rank says. */
export const wordOf = (dice: Dice): string => table[dice.below(table.length)]!;

export const subjectOf = (dice: Dice): string =>
  sentence(Array.from({ length: dice.between(3, 8) }, () => wordOf(dice)));

const sentence = (words: readonly string[]): string => words[0]![0]!.toUpperCase() + words.join(' ').slice(1);

/** A message of 80 to 400 words, as typed, and the HTML that `htmlOf` makes of such plain paragraphs. */
export function messageOf(dice: Dice): { text: string; html: string } {
  const paragraphs: string[] = [];
  for (let left = dice.between(80, 400); left > 0;) {
    const sentences: string[] = [];
    for (let more = dice.between(2, 6); more > 0 && left > 0; more -= 1) {
      const length = Math.min(left, dice.between(5, 18));
      sentences.push(`${sentence(Array.from({ length }, () => wordOf(dice)))}.`);
      left -= length;
    }
    paragraphs.push(sentences.join(' '));
  }
  return { text: paragraphs.join('\n\n'), html: paragraphs.map(each => `<p>${each}</p>\n`).join('') };
}
