import { changesOf } from '../changes.ts';
import { school_limits, type SchoolKind } from '../kinds.ts';
import { yearOf, type ImportField } from './fields.ts';
import { reasons } from './reasons.ts';
import { fteIn, gradeIn, kindIn, zoneIn } from './values.ts';
import { faultsOf, type Given, type Judged } from './verdict.ts';

/** What a line says of a school, held against what is kept of it. A school is known by its code, whatever its case. */

export interface KeptSchool {
  id: number;
  code: string;
  name: string;
  town: string | null;
  zone: string;
  kind: SchoolKind | null;
  grades: { first: number; last: number } | null;
  wave: { id: number; name: string } | null;
  network: { provider: string | null; proxy: string | null; firewall: string | null };
  enrolments: { year: number; fte: number }[];
}

const code_form = /^[A-Za-z0-9-]{2,20}$/;
export const codeIn = (cell: string): string | undefined => (code_form.test(cell) ? cell : undefined);

export interface Waves {
  /** A wave that stands, by its name in small letters. */
  named: (name: string) => { id: number; name: string } | undefined;
}

export interface JudgedSchool extends Judged {
  /** The school as it would be; not for one that is refused. */
  after?: Omit<KeptSchool, 'id'>;
}

const unknown = {
  town: null,
  zone: 'America/Vancouver',
  kind: null,
  grades: null,
  wave: null,
  network: { provider: null, proxy: null, firewall: null },
  enrolments: [],
};

/** A line's verdict. `before` is the school of its code, when there is one; its code stays as it is written there. */
export function judgeSchool(given: Given, before: KeptSchool | undefined, waves: Waves): JudgedSchool {
  const faults = faultsOf(given);
  const code = given.code === undefined ? undefined : faults.read('code', codeIn, reasons.code);
  if (given.code === undefined) faults.found.push(reasons.empty('code'));
  const name = faults.text('name', 120) ?? before?.name;
  if (name === undefined && given.name === undefined) faults.found.push(reasons.empty('name'));
  const said = (field: 'provider' | 'proxy' | 'firewall') =>
    faults.text(field, school_limits.network_characters) ?? before?.network[field] ?? null;
  const was = before ?? unknown;
  const after = {
    town: faults.text('town', 120) ?? was.town,
    zone: faults.read('zone', zoneIn, reasons.zone) ?? was.zone,
    kind: faults.read('kind', kindIn, reasons.kind) ?? was.kind,
    grades: gradesIn(faults, was.grades),
    wave: faults.read('wave', cell => waves.named(cell.toLowerCase()), reasons.wave) ?? was.wave,
    network: { provider: said('provider'), proxy: said('proxy'), firewall: said('firewall') },
    enrolments: enrolmentsIn(given, faults, was.enrolments),
  };
  if (faults.found.length > 0 || code === undefined || name === undefined)
    return { verdict: 'refused', reasons: faults.found };
  if (!before) return { verdict: 'new', after: { code, name, ...after } };
  const beside = { days_off: [], notes: null };
  const changes = changesOf({ ...before, ...beside }, { ...before, ...after, name, ...beside });
  return Object.keys(changes).length === 0
    ? { verdict: 'same' }
    : { verdict: 'changed', changes, after: { code: before.code, name, ...after } };
}

type Faults = ReturnType<typeof faultsOf>;

function gradesIn({ read, found }: Faults, before: KeptSchool['grades']): KeptSchool['grades'] {
  const fault = found.length;
  const first = read('first_grade', gradeIn, reasons.grade) ?? before?.first;
  const last = read('last_grade', gradeIn, reasons.grade) ?? before?.last;
  if (found.length > fault || (first === undefined && last === undefined)) return before;
  if (first !== undefined && last !== undefined && first <= last) return { first, last };
  found.push(first === undefined || last === undefined ? reasons.one_grade : reasons.grades_order);
  return before;
}

/** A year that the file doesn't name stays. */
function enrolmentsIn(given: Given, { read, found }: Faults, before: KeptSchool['enrolments']) {
  const years = new Map(before.map(({ year, fte }) => [year, fte]));
  for (const field of Object.keys(given) as ImportField[]) {
    const year = yearOf(field);
    const fte = year && read(field, fteIn, cell => reasons.fte(field, cell));
    if (year && fte !== undefined) years.set(year, fte);
  }
  if (years.size > school_limits.enrolments) found.push(reasons.many_years);
  return [...years].map(([year, fte]) => ({ year, fte })).sort((one, other) => other.year - one.year);
}
