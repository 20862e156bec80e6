import type { AnyGuide, Question } from './guide.ts';
import { placeAt, type Given } from './walking.ts';

/**
 * A walk as a short code that can be read out over the telephone (N4). The walks of a version, to their ends or to any
 * question, are numbered without a gap, so the code holds the version and a number, and whoever has the version has the
 * answers: nobody need have heard of the walk. Its mark tells two walks apart that answered alike.
 */

/** Thirty-one, a prime: the digits, and the letters without I, L and O (like 1 and 0), U and V (like each other). */
const letters = '0123456789ABCDEFGHJKMNPQRSTWXYZ';
const base = letters.length;
const checks = 2;
const mark_letters = 2;
export const marks = base ** mark_letters;
/** The weights of the check repeat after thirty places. */
const longest = base - 1;

export interface Coded {
  version: number;
  /** Which of the version's walks. */
  number: bigint;
  mark: number;
}

/** As it is written and read out: `K7-4QM-2XP`. */
export function codeOf({ version, number, mark }: Coded): string {
  const symbols = [...versionSymbols(version), Math.floor(mark / base), mark % base, ...digits(number)];
  return grouped([...symbols, ...checkOf(symbols)].map(symbol => letters[symbol]!).join(''));
}

export type Misread = 'letter' | 'wrong';

/** Reads a code as somebody typed it; `letter`: no code has such a letter; `wrong`: something was misheard. */
export function readCode(typed: string): Coded | Misread {
  const symbols = plain(typed)
    .split('')
    .map(letter => letters.indexOf(letter));
  if (symbols.includes(-1)) return 'letter';
  if (symbols.length > longest || !holds(symbols)) return 'wrong';
  let at = 0;
  let version = 0;
  while (symbols[at] === base - 1) version += (at++, base - 1);
  version += symbols[at++] ?? 0;
  const [high, low, ...rest] = symbols.slice(at, -checks);
  if (version === 0 || high === undefined || low === undefined || rest.length === 0) return 'wrong';
  if (rest.length > 1 && rest[0] === 0) return 'wrong';
  const number = rest.reduce((sum, digit) => sum * BigInt(base) + BigInt(digit), 0n);
  return { version, number, mark: high * base + low };
}

/** The same code, whoever wrote it down: forgives case, spaces, dashes, and what looks alike. */
export const plain = (typed: string): string =>
  typed
    .toUpperCase()
    .replace(/[\s\-–—.·]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');

/** In groups of two to four, three where it can be. */
export function grouped(code: string): string {
  const first = code.length % 3 === 1 ? 4 : code.length % 3 || 3;
  const rest = code.slice(first).match(/.{3}/g) ?? [];
  return [code.slice(0, first), ...rest].join('-');
}

/** The number of a walk among all of its guide. */
export function numberOf(guide: AnyGuide, given: Given): bigint {
  const count = counting(guide);
  let number = 0n;
  let place = placeAt(guide, guide.start);
  for (const [, id] of given) {
    const { question } = place as { question: Question };
    number += 1n;
    for (const answer of question.answers) {
      place = placeAt(guide, answer.next);
      if (answer.id === id) break;
      number += count(answer.next);
    }
  }
  return number;
}

/** The answers of the walk with this number; undefined where the guide has no such. */
export function walkOf(guide: AnyGuide, number: bigint): [question: string, answer: string][] | undefined {
  const count = counting(guide);
  if (number >= count(guide.start)) return undefined;
  const given: [string, string][] = [];
  let place = placeAt(guide, guide.start);
  for (let left = number; left > 0n;) {
    const { question } = place as { question: Question };
    left -= 1n;
    for (const answer of question.answers) {
      const under = count(answer.next);
      if (left < under) {
        given.push([question.id, answer.id]);
        place = placeAt(guide, answer.next);
        break;
      }
      left -= under;
    }
  }
  return given;
}

/** How many walks begin at a place, the one that stops there among them. */
function counting(guide: AnyGuide): (id: string) => bigint {
  const known = new Map<string, bigint>();
  const count = (id: string): bigint => {
    const place = placeAt(guide, id);
    if ('outcome' in place) return 1n;
    const { question } = place;
    const before = known.get(question.id);
    if (before !== undefined) return before;
    const sum = question.answers.reduce((all, { next }) => all + count(next), 1n);
    known.set(question.id, sum);
    return sum;
  };
  return count;
}

/** The last letter but one of the alphabet's places says that more follows. */
function versionSymbols(version: number): number[] {
  const more = Math.floor(version / (base - 1));
  return [...Array<number>(more).fill(base - 1), version % (base - 1)];
}

function digits(number: bigint): number[] {
  const found: number[] = [];
  for (let left = number; left > 0n; left /= BigInt(base)) found.unshift(Number(left % BigInt(base)));
  return found.length ? found : [0];
}

/** 3 and 9 = 3² in the field of 31: every power of 3 up to the thirtieth is another. */
const roots = [3, 9] as const;
const power = (root: number, exponent: number): number =>
  exponent === 0 ? 1 : (root * power(root, exponent - 1)) % base;

/** The sum of a code's symbols, each weighted by its place from the end; a right code's is zero for both roots. */
const sumOf = (symbols: readonly number[], root: number): number =>
  symbols.reduce((sum, symbol, at) => (sum + symbol * power(root, symbols.length - 1 - at)) % base, 0);

const holds = (symbols: readonly number[]): boolean =>
  symbols.length > checks && roots.every(root => sumOf(symbols, root) === 0);

/** The two symbols that make both sums zero: any one symbol or any two that are wrong leave one that isn't. */
function checkOf(symbols: readonly number[]): number[] {
  const [first, second] = roots.map(root => (base - sumOf([...symbols, 0, 0], root)) % base) as [
    number,
    number,
  ];
  // Solves  root · high + low = sum  for both roots.
  const inverse = power(roots[1] - roots[0], base - 2);
  const high = ((second - first + base) * inverse) % base;
  return [high, (first - roots[0] * high + base * base) % base];
}
