import { lettersOf, withoutMarks } from '#platform/text/letters.ts';
import { ordinary } from './ordinary-words.ts';

/**
 * A text of a ticket or a topic as the beginning of an article (S21): without what tells who it was. Better a word too many
 * that is taken out than a name that stays; whoever writes it on reads it through.
 */

/** In place of what was left out. */
export const left_out = '…';

/** Who is known to have taken part. */
export interface TakingPart {
  /** Each is taken out by her whole name and by each word of it. */
  people: readonly string[];
  /** Who may be spoken of: taken out by the whole name alone, as many share a first name with an ordinary word. */
  spoken_of?: readonly string[];
  schools?: readonly { name: string; code?: string }[];
}

/** A text without these people and schools, mail addresses, telephone numbers, and numbers that are somebody's. */
export const withoutNames = (text: string, known: TakingPart): string =>
  withoutKnown(withoutNumbers(text), known).replace(/…(?:[ \t]+…)+/g, left_out);

// ---------------------------------------------------------------------------
// Addresses and numbers

const mail =
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){0,8}\.\p{L}{2,}/gu;
const extension = String.raw`(?:,?[ ]?(?:ext\.?|extension|x|poste)[ ]?\d{1,6}(?!\d))?`;
const phones: readonly RegExp[] = [
  // As people of this continent write it: 250-555-0134, (250) 555 0134, +1 250.555.0134.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}]|[\p{L}\p{N}][.,/-])(?:\+?1[ .-]?)?(?:\([2-9]\d\d\)[ .-]?|[2-9]\d\d[ .-])[2-9]\d\d[ .-]?\d{4}(?![\p{L}\p{N}])${extension}`,
    'gu',
  ),
  // In one piece, with an area code of this province or one that is free to call.
  new RegExp(
    String.raw`(?<![\p{L}\p{N}#-]|\d[.,])\+?1?(?:236|250|257|604|672|778|800|833|844|855|866|877|888)[2-9]\d{6}(?![\p{L}\p{N}])${extension}`,
    'gu',
  ),
  // Of any country.
  /(?<![\p{L}\p{N}])\+\d(?:[ .()-]{0,2}\d){7,14}(?!\d)/gu,
  // Without the area, where a word says that it is one.
  /(?<=\b(?:phone|tel|cell|fax|call|t[ée]l[ée]phone|t[ée]l|cellulaire|t[ée]l[ée]copieur)\.?[ :]{1,2}(?:(?:is|at|me at|est|le|au)[ :]{1,2})?)[2-9]\d\d[ .-]\d{4}(?!\d)/giu,
];
/** Nine digits (a PEN, a social insurance number); ten from nine on (a health number); as they are printed, too. */
const digits =
  /(?<![\p{L}\p{N}]|\d[.,])(?:\d{9}|\d{3}([ -])\d{3}\1\d{3}|9\d{9}|9\d{3}([ -])\d{3}\2\d{3})(?![\p{L}\p{N}])/gu;
/** A number that somebody pays with. */
const card = /(?<![\p{L}\p{N}]|\d[.,])\d(?:[ -]?\d){12,18}(?![\p{L}\p{N}])/gu;
const postal_code =
  /(?<![\p{L}\p{N}-])(?:[abceghj-nprstvxy]\d[abceghj-nprstv-z][ -]\d[abceghj-nprstv-z]\d|v\d[abceghj-nprstv-z]\d[abceghj-nprstv-z]\d)(?![\p{L}\p{N}-])/giu;
/** What only the word before it makes somebody's: a secret, a day of birth, a card of hers. */
const told_by_a_word: readonly RegExp[] = [
  /(?<=(?<![\p{L}\p{N}])(?:password|passcode|pass|pwd|pw|pin|mot de passe|mdp|nip)[ ]?(?:is|was|est|était|=|:|->)[ ]?)(?=\S*\d)\S{4,}/giu,
  /(?<=(?<![\p{L}\p{N}])(?:born|dob|birth ?date|date of birth|birthday|née?|naissance)[ :]{1,2}(?:(?:on|is|le|est)[ :]{1,2})?)(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})(?!\d)/giu,
  /(?<=(?<![\p{L}\p{N}])(?:passport|passeport|driver[’']?s licen[cs]e|permis de conduire|status (?:card|number)|carte de statut)[ :#]{1,2}(?:(?:is|est|no\.?|number|numéro)[ :#]{1,2})?)[a-z]{0,2}\d[\da-z]{5,9}(?![\p{L}\p{N}])/giu,
];

/** What stands before nine digits that are no person's: of an error, a ticket, a part of a name. */
const of_a_thing =
  /(?:(?:error|erreur|ticket|billet|exception|event|événement|build|version)s?[ :#-]*(?:code|id|number|num[ée]ro|no\.?|n[°º])?[ :#-]*|#[ ]?|[\p{L}\p{N}]-|\\|\/)$/iu;
/** What stands before those that are somebody's, whatever else does. */
const of_a_person =
  /(?:pen|nis|sin|nas|phn|nip|student|élève|eleve)s?[ :#-]*(?:id|number|num[ée]ro|no\.?|n[°º])?[ :#-]*$/iu;
/** So much before a number says what it is. */
const before = 40;

function withoutNumbers(text: string): string {
  const out = (bare: string, pattern: RegExp) => bare.replace(pattern, left_out);
  const unlessThing = (bare: string, pattern: RegExp, fits: (digits: string) => boolean = () => true) =>
    bare.replace(pattern, (found: string, ...rest) => {
      const at = rest.find(each => typeof each === 'number') as number;
      const told = bare.slice(Math.max(0, at - before), at);
      const thing = of_a_thing.test(told) && !of_a_person.test(told);
      return thing || !fits(found.replace(/\D/g, '')) ? found : left_out;
    });
  let bare = out(text, mail);
  for (const pattern of told_by_a_word) bare = out(bare, pattern);
  bare = unlessThing(bare, card, isCard);
  for (const pattern of phones) bare = unlessThing(bare, pattern);
  return out(unlessThing(bare, digits), postal_code);
}

/** Whether the last digit of a card's number is right (Luhn). */
const isCard = (number: string): boolean =>
  Array.from(number, Number)
    .reverse()
    .reduce((sum, digit, at) => {
      const twice = digit * (at % 2 === 0 ? 1 : 2);
      return sum + (twice > 9 ? twice - 9 : twice);
    }, 0) %
    10 ===
  0;

// ---------------------------------------------------------------------------
// Names

/** A text without accents and with one kind of apostrophe; `at[i]` is where its letter i stands in the text. */
const plain = (text: string) => lettersOf(text, letter => withoutMarks(others[letter] ?? letter));
const others: Record<string, string> = {
  ...{ '’': "'", '‘': "'", ʼ: "'", '´': "'", '‑': '-', '‐': '-' },
  ...{ œ: 'oe', Œ: 'Oe', æ: 'ae', Æ: 'Ae', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', ß: 'ss' },
};

const escaped = (word: string) => word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);

/** As a pattern over plain letters: of a name in several words whatever parts them, of O’Brien and Marie-Ève also nothing. */
function spelled(name: string, word: (letters: string) => string = escaped): string {
  const { letters } = plain(name);
  const parts = letters.trim().split(/([^\p{L}\p{N}]+)/u);
  return parts
    .map((part, at) => {
      if (at % 2 === 0) return word(part);
      const ends = (at === 1 && parts[0] === '') || (at === parts.length - 2 && parts.at(-1) === '');
      if (ends) return `(?:${escaped(part)})?`;
      return /[\s.]/.test(part) ? String.raw`[^\p{L}\p{N}\n]{1,3}` : String.raw`[^\p{L}\p{N}\n]{0,2}`;
    })
    .join('');
}

/** Written as a name is, not as a word: Bell or BELL, not bell. */
const asName = (letters: string): string => {
  const [first = '', ...rest] = letters;
  const more = rest.join('');
  return `${escaped(first.toUpperCase())}(?:${escaped(more)}|${escaped(more.toLowerCase())}|${escaped(more.toUpperCase())})`;
};

/** What stands in many names and names nobody. */
const particles = new Set(
  'de du des la le les el da do dos del di van von der den ter bin al st ste saint sainte mr mrs ms dr mme m jr sr'.split(
    ' ',
  ),
);
/** What stands in the names of many schools. */
const kinds_of_schools = new Set(
  (
    'school schools academy elementary primary middle secondary junior senior high college collegiate institute ' +
    'learning centre center community independent christian catholic public private international montessori district ' +
    'ecole ecoles academie elementaire primaire secondaire polyvalente collegiale institut centre communautaire ' +
    'independante chretienne catholique publique privee the of and de du des la le les et l d'
  ).split(' '),
);

const wordsOf = (name: string): string[] =>
  plain(name)
    .letters.split(/[^\p{L}\p{N}'-]+/u)
    .filter(Boolean);
const small = (word: string) => plain(word).letters.toLowerCase();

/** A person's name in single words: first, middle and last, and each half of Tremblay-Roy. */
const singleWords = (name: string): string[] =>
  wordsOf(name)
    .flatMap(word => [word, ...(word.includes('-') ? word.split('-') : [])])
    .map(word => word.replace(/^[^\p{L}]+|[^\p{L}\p{N}]+$/gu, ''))
    .filter(word => word.length > 1 && !particles.has(small(word)));

/** By what a school is called beside its whole name: Alder, of Alder Academy. */
function calledShort(name: string): string[] {
  const words = wordsOf(name);
  const own = words.filter(word => !kinds_of_schools.has(small(word)));
  const short = own.join(' ');
  return own.length < words.length && short.length > 2 ? [short] : [];
}

interface Patterns {
  /** Taken out in any writing. */
  any: string[];
  /** Ordinary words as well: taken out where they are written as a name. */
  named: string[];
}

function patternsOf({ people, spoken_of = [], schools = [] }: TakingPart): Patterns {
  const whole = [...people, ...spoken_of, ...schools.map(({ name }) => name)].filter(
    name => name.trim().length > 1 && /[\p{L}\p{N}]/u.test(name),
  );
  const single = people.flatMap(singleWords);
  const isWord = (name: string) => small(name).length < 3 || ordinary.has(small(name));
  const alone = (name: string) => !/[\s]/.test(name.trim());
  const codes = schools.flatMap(({ code }) => (code && code.trim().length > 1 ? [code.trim()] : []));
  const any = [
    ...whole.filter(name => !(alone(name) && isWord(name))),
    ...single.filter(each => !isWord(each)),
  ];
  const named = [...whole.filter(name => alone(name) && isWord(name)), ...single.filter(isWord)];
  return {
    any: [...new Set([...any, ...codes.filter(code => code.length > 3)])].map(name => spelled(name)),
    named: [
      ...[...new Set([...named, ...schools.flatMap(({ name }) => calledShort(name))])].map(name =>
        spelled(name, asName),
      ),
      ...codes.filter(code => code.length < 4).map(code => spelled(code)),
    ],
  };
}

function withoutKnown(text: string, known: TakingPart): string {
  const { any, named } = patternsOf(known);
  const bare = withoutSpelled(text, any, 'giu');
  return withoutSpelled(bare, named, 'gu');
}

/** Without what is spelled so, as whole words, with an @ before it. */
function withoutSpelled(text: string, patterns: readonly string[], flags: string): string {
  if (patterns.length === 0) return text;
  const one = [...patterns].sort((a, b) => b.length - a.length).join('|');
  const pattern = new RegExp(String.raw`@?(?<![\p{L}\p{N}])(?:${one})(?![\p{L}\p{N}])`, flags);
  const { letters, at } = plain(text);
  let bare = '';
  let from = 0;
  for (const found of letters.matchAll(pattern)) {
    bare += text.slice(from, at[found.index]!) + left_out;
    from = at[found.index + found[0].length]!;
  }
  return bare + text.slice(from);
}
