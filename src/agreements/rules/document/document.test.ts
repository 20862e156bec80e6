import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { duties } from '../duties/duties.ts';
import { duty_words } from '../duties/words.ts';
import { first_terms, template } from '../template/template.ts';
import { changesBetween } from './comparing.ts';
import { contentOf } from './content.ts';
import { differenceOf } from '#platform/text/lines.ts';
import { place_names, required_places } from './place-words.ts';
import { faultsOfText, filled } from './places.ts';
import { typedTimes } from './typed-times.ts';

const terms = { ...first_terms, review_on: '2027-11-23' };
const filling = {
  ...{ version: 2, terms, hours: first_desk_time, group: null, system: 'BCeSIS' },
  effective_on: '2027-01-01',
};
const langs = ['en', 'fr'] as const;

describe('our template', () => {
  test.each(langs)(
    'in %s has every place that is required, none that is unknown, and no time typed by hand',
    lang => {
      expect(faultsOfText(template[lang], 'text')).toEqual([]);
      expect(typedTimes(template[lang], lang)).toEqual([]);
    },
  );

  test.each(langs)('in %s is filled to the last place, and says what the data say', lang => {
    const text = filled(template[lang], filling, lang);
    expect(text).not.toMatch(/\{\{|undefined|null/);
    for (const said of ['BCeSIS', '8:00–16:00', '80 ', '30 minutes', '2027']) expect(text).toContain(said);
    expect(text).toContain(lang === 'fr' ? '1er janvier 2027' : '1 January 2027');
  });
});

describe('places', () => {
  test('that are not known are named, as are those that are left out', () => {
    const [unknown, missing] = faultsOfText('{{wishes}} {{ hours }} {{toString}}', 'text_en');
    expect(unknown!.sentence.en).toContain('{{wishes}}, {{toString}}');
    expect(missing!.sentence.en).not.toContain('{{hours}}');
    expect(missing!.sentence.en).toContain('{{targets}}');
  });

  test('that are not known stay as they are written', () => {
    expect(filled('{{wishes}} {{version}} {{__proto__}}', filling, 'en')).toBe('{{wishes}} 2 {{__proto__}}');
  });

  test('each that is required is missed alone', () => {
    for (const place of place_names.filter(name => required_places.has(name))) {
      const faults = faultsOfText(template.en.replaceAll(`{{${place}}}`, ''), 'text_en');
      expect(faults.map(({ sentence }) => sentence.en)).toEqual([expect.stringContaining(`{{${place}}}.`)]);
    }
  });
});

test.each([
  ['en', 'Answers in 4 hours, or within four hours, 90 % of them', ['4 hours', 'four hours', '90 %']],
  ['en', 'Level 1 help, section 12, in 2026, 3 schools', []],
  ['en', 'after 10 business days and 2-hours', ['10 business days', '2-hours']],
  [
    'fr',
    'en 4 heures, deux jours ouvrables ou 90\u00a0% des cas',
    ['4 heures', 'deux jours ouvrables', '90\u00a0%'],
  ],
  ['fr', 'niveau 1 habituel, une fois', []],
] as const)('times typed by hand are found (%s: %s)', (lang, text, found) => {
  expect(typedTimes(text, lang)).toEqual(found);
});

describe('the difference of two texts', () => {
  const text = fc
    .array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 12 })
    .map(lines => lines.join('\n'));

  test('holds both: without what came it is the old one, without what went the new one', () => {
    fc.assert(
      fc.property(text, text, (before, after) => {
        const found = differenceOf(before, after);
        const without = (kind: string) =>
          found
            .filter(line => line.kind !== kind)
            .map(line => line.text)
            .join('\n');
        expect(without('added')).toBe(before);
        expect(without('removed')).toBe(after);
      }),
    );
  });

  test('of equal texts is nothing, and a changed line is what went before what came', () => {
    expect(differenceOf('a\n\nb', 'a\nb').every(({ kind }) => kind === 'same')).toBe(true);
    expect(differenceOf('a\nb\nc', 'a\nx\nc').map(({ kind, text: line }) => `${kind} ${line}`)).toEqual([
      ...['same a', 'removed b', 'added x', 'same c'],
    ]);
  });

  test('of very long texts ends', () => {
    const long = (word: string) => Array.from({ length: 20_000 }, (_, at) => `${word}${at}`).join('\n');
    expect(differenceOf(long('a'), long('b'))).toHaveLength(40_000);
  });
});

test('the data that differ are said in words; the desk’s own to the desk alone', () => {
  const version = { ...terms, hours: first_desk_time };
  const other = {
    ...version,
    warn_at: [60],
    targets: { ...terms.targets, P4: { response: 300, resolution: 4800 } },
  };
  const changes = (inside: boolean) => changesBetween(version, other, { lang: 'en', inside });
  expect(changes(false)).toEqual([{ what: 'P4, first answer', from: '8 hours', to: '5 hours' }]);
  expect(changes(true).map(({ to }) => to)).toEqual(['5 hours', '60%']);
  const first = { ...version, hours: null, complaint_days: null, review_on: null };
  expect(changesBetween(first, version, { lang: 'fr', inside: false }).map(({ from }) => from)).toEqual([
    ...['–', '–', '–'],
  ]);
});

test('what is signed is the same however the database orders its keys, and changes with each of its parts', () => {
  const content = {
    ...{ version: 2, effective_on: '2027-01-01', lang: 'en' as const, document: 'Text' },
    ...{ terms, hours: first_desk_time },
  };
  const turned = Object.fromEntries(Object.entries(terms.targets).reverse()) as typeof terms.targets;
  expect(contentOf({ ...content, terms: { ...terms, targets: turned } })).toBe(contentOf(content));
  for (const more of [{ version: 3 }, { document: 'Text.' }, { terms: { ...terms, complaint_days: 6 } }])
    expect(contentOf({ ...content, ...more })).not.toBe(contentOf(content));
  expect(contentOf({ ...content, terms: { ...terms, warn_at: [10] } })).toBe(contentOf(content));
});

describe('responsibility.json', () => {
  test('has one who answers for each row, and words for each', () => {
    for (const { id, raci } of duties) {
      expect(Object.values(raci).filter(letters => letters.includes('A'))).toHaveLength(1);
      expect(duty_words[id].topic.en).toBeTruthy();
    }
    expect(Object.keys(duty_words).sort()).toEqual(duties.map(({ id }) => id).sort());
  });

  test('each duty is said of the side that does it, and of no other', () => {
    for (const { id, raci } of duties) {
      expect(`${id} ${duty_words[id].group !== undefined}`).toBe(`${id} ${/[RA]/.test(raci.IGROUP ?? '')}`);
      expect(`${id} ${duty_words[id].school !== undefined}`).toBe(`${id} ${/[RA]/.test(raci.SCHOOL ?? '')}`);
    }
  });
});
