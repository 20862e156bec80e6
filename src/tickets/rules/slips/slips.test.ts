import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readId, saidId, slip_id, slipOf } from './names.ts';
import { paperOf, readPaper, type Paper } from './paper.ts';

const line = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 60 })
  .map(text => text.replace(/[\r\n\u2028\u2029\u0085]/g, ' ').trim())
  .filter(text => text !== '');
const key = fc.string({
  unit: fc.constantFrom(...'0123456789abcdef'.split('')),
  minLength: 32,
  maxLength: 32,
});
const papers: fc.Arbitrary<Paper> = fc.record({
  id: key.map(slipOf),
  person: fc.record({
    id: fc.integer({ min: 1, max: 99_999 }),
    name: fc.constantFrom('Maria Santos', 'Ruth Ɂelhdaqox'),
  }),
  school: fc.constantFrom('ALDER', 'STANNES'),
  written: fc
    .integer({ min: 0, max: 500_000 })
    .map(minutes => new Date(Date.UTC(2026, 8, 1) + minutes * 60_000).toISOString()),
  category: fc.constantFrom('attendance', 'printing_reports'),
  impact: fc.constantFrom('one_person', 'one_office_or_class'),
  urgency: fc.constantFrom('low', 'normal'),
  subject: line,
  text: fc.array(line, { minLength: 1, maxLength: 5 }).map(lines => lines.join('\n')),
});

describe('the name of a slip', () => {
  test('is the same for the same key, and is read however it was typed', () => {
    fc.assert(
      fc.property(key, made => {
        const id = slipOf(made);
        expect(id).toMatch(slip_id);
        expect(slipOf(made)).toBe(id);
        expect(readId(` ${saidId(id).toLowerCase().replace(/-/g, ' ')} `)).toBe(id);
      }),
    );
  });

  test('is none where letters are missing or too many', () => {
    expect(readId('K7Q4-2XPM')).toBeUndefined();
    expect(readId('K7Q4-2XPM-9TRW-A')).toBeUndefined();
  });
});

describe('a ticket as a short text', () => {
  test('is read back as it was written', () => {
    const whole = (paper: Paper) => ({ ...paper, written: paper.written.replace(/:\d\d\.\d+Z$/, ':00Z') });
    fc.assert(
      fc.property(papers, paper => {
        expect(readPaper(paperOf(paper))).toEqual(whole(paper));
      }),
    );
  });

  test('is read back through a scanner that ends lines as Windows does, and however its name is typed', () => {
    fc.assert(
      fc.property(papers, paper => {
        const typed = paperOf(paper)
          .replace(/\n/g, '\r\n')
          .replace(saidId(paper.id), saidId(paper.id).toLowerCase());
        expect(readPaper(`\n${typed}\n`)).toMatchObject({ id: paper.id, subject: paper.subject });
      }),
    );
  });

  test('is not taken where one letter of its name, its person or its time is another', () => {
    fc.assert(
      fc.property(papers, fc.nat(), fc.constantFrom(...'0123456789'.split('')), (paper, at, digit) => {
        const text = paperOf(paper);
        const places = [...text.matchAll(/\d/g)]
          .map(({ index }) => index)
          .filter(index => index < text.indexOf(' UTC'));
        const place = places[at % places.length]!;
        fc.pre(text[place] !== digit);
        const read = readPaper(text.slice(0, place) + digit + text.slice(place + 1));
        expect(read).toBe('misread');
      }),
    );
  });

  test('is none where it is some other text', () => {
    expect(readPaper('Dear desk,\nour printer prints nothing')).toBe('none');
    expect(readPaper('')).toBe('none');
  });
});
