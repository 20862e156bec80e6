import { expect, test } from 'vitest';
import { first_desk_time } from '#sla/rules/desk-hours.ts';
import { filled } from '../../rules/document/places.ts';
import { first_terms, template } from '../../rules/template/template.ts';
import { printAgreement } from './sheets.ts';

const terms = { ...first_terms, review_on: '2027-11-23' };
const filling = { version: 2, terms, hours: first_desk_time, group: 'FNSA iGroup', system: 'BCeSIS' };
const signed = (party: string, name: string) => ({
  ...{ party, name, role: 'Principal', way: 'browser' as const, on: '2026-11-23', lang: 'fr' as const },
  ...{ at: '2026-11-23T17:00:00.000Z', sha256: 'a'.repeat(64) },
});

test('the same rows are the same file, to the byte, in every language', async () => {
  for (const lang of ['en', 'fr'] as const) {
    const sheets = {
      ...{ lang, version: 2, sha256: 'a'.repeat(64), group: 'FNSA iGroup', made: new Date(0) },
      document: filled(template[lang], { ...filling, effective_on: '2027-01-04' }, lang),
      signed: {
        by_school: signed('ʔesdilagh School', 'Ruth Ɂelhdaqox'),
        by_group: signed('iGroup', 'Nadia'),
      },
    };
    const [one, other] = [await printAgreement(sheets), await printAgreement(sheets)];
    expect(one.equals(other)).toBe(true);
  }
});
