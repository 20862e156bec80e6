import type { ImportField } from './fields.ts';
import { judgePerson, known, type JudgedPerson, type KeptPerson, type Known } from './people.ts';
import { reasons } from './reasons.ts';
import { judgeSchool, type JudgedSchool, type KeptSchool, type Waves } from './schools.ts';
import { givenIn, refused, type Given } from './verdict.ts';

/**
 * A file is judged from its first line to its last, each line as if those before it were done: so a second line about
 * the same school or person is found, and doing the file again changes nothing.
 */

export interface Line {
  line: number;
  cells: readonly string[];
}

type Columns = readonly (ImportField | null)[];

/** What a line is about: the code of its school as it is compared; nothing for a line without one. */
export function codeKeyOf(columns: Columns, { cells }: Line): string | undefined {
  const given = givenIn(columns, cells);
  return 'refused' in given ? undefined : given.code?.toLowerCase();
}

/** Judges lines about schools. `kept` finds a school by its code in small letters. */
export function sweepOfSchools(
  columns: Columns,
  kept: (code: string) => KeptSchool | undefined,
  waves: Waves,
) {
  const met = new Map<string, number>();
  return ({ line, cells }: Line): JudgedSchool => {
    const given = givenIn(columns, cells);
    if ('refused' in given) return refused(...given.refused);
    const key = given.code?.toLowerCase() ?? '';
    const before = met.get(key);
    if (before !== undefined) return refused(reasons.twice(before));
    const judged = judgeSchool(given, kept(key), waves);
    if (judged.verdict !== 'refused') met.set(key, line);
    return judged;
  };
}

export interface SchoolOfPeople {
  id: number;
  people: readonly KeptPerson[];
}
export type JudgedAtSchool = JudgedPerson & { school_id?: number };

/** Judges lines about people. `kept` finds a school with its people by its code in small letters. */
export function sweepOfPeople(columns: Columns, kept: (code: string) => SchoolOfPeople | undefined) {
  const schools = new Map<string, { id: number; people: Known[] }>();
  const met = new Map<number, number>();
  // Also of lines that were refused: another line must not take their ID, or the next time they would take it back.
  const ids = new Map<string, number>();
  const schoolOf = ({ code = '' }: Given) => {
    const key = code.toLowerCase();
    const found = schools.get(key) ?? kept(key);
    if (!found) return undefined;
    const school = schools.get(key) ?? { id: found.id, people: found.people.map(known) };
    schools.set(key, school);
    return school;
  };
  return ({ line, cells }: Line): JudgedAtSchool => {
    const given = givenIn(columns, cells);
    if ('refused' in given) return refused(...given.refused);
    const id_key = given.external_id && `${given.code} ${given.external_id}`.toLowerCase();
    const named = id_key ? ids.get(id_key) : undefined;
    if (named !== undefined) return refused(reasons.twice(named));
    if (id_key) ids.set(id_key, line);
    const school = schoolOf(given);
    const judged = judgePerson(given, school?.people);
    if (judged.verdict === 'refused' || !school) return judged;
    // Somebody new has no number yet: until she has, that of her line.
    const id = judged.id ?? -line;
    const before = met.get(id);
    if (before !== undefined) return refused(reasons.twice(before));
    met.set(id, line);
    if (judged.after)
      school.people = [...school.people.filter(each => each.id !== id), known({ id, ...judged.after })];
    return { ...judged, school_id: school.id };
  };
}
