import type { SchoolRole } from '#accounts/rules/who.ts';
import type { Words } from '#platform/schemas.ts';
import { foldWords } from '#platform/text/fold.ts';
import { reasons } from './reasons.ts';
import { emailIn, phoneIn } from './reached.ts';
import { leftIn, role_words, rolesIn } from './values.ts';
import { faultsOf, refused, type Given, type Judged } from './verdict.ts';
import { codeIn } from './schools.ts';

/**
 * What a line says of a person of a school, held against who is named there. A person is known by her school and her
 * external ID, or by her school and her name without accents and case.
 */

export interface KeptPerson {
  id: number;
  external_id: string | null;
  name: string;
  roles: readonly SchoolRole[];
  email: string | null;
  phone: string | null;
  left: boolean;
}

/** A name as it is compared; one without letters is compared as it is written. */
export const nameKey = (name: string): string => foldWords(name).join(' ') || name.trim();

/** Somebody of the school, with her name as it is compared. */
export type Known = KeptPerson & { key: string };
export const known = (person: KeptPerson): Known => ({ ...person, key: nameKey(person.name) });

export interface JudgedPerson extends Judged {
  /** Whom it is about; nobody for somebody new. */
  id?: number;
  after?: Omit<KeptPerson, 'id'>;
}

/** A line's verdict. `there` are the people of its school, also those who have left; undefined when there is no such school. */
export function judgePerson(given: Given, there: readonly Known[] | undefined): JudgedPerson {
  const faults = faultsOf(given);
  const code = faults.read('code', codeIn, reasons.code);
  if (given.code === undefined) faults.found.push(reasons.empty('code'));
  else if (code !== undefined && !there) faults.found.push(reasons.no_school(code));
  const name = faults.text('name', 120);
  if (given.name === undefined) faults.found.push(reasons.empty('name'));
  const external_id = faults.text('external_id', 60);
  const roles = faults.read('roles', rolesIn, reasons.roles);
  const email = faults.read('email', emailIn, reasons.email);
  const phone = faults.read('phone', phoneIn, reasons.phone);
  const left = faults.read('left', leftIn, reasons.left);
  if (faults.found.length > 0 || name === undefined || !there) return refused(...faults.found);

  const found = whoOf(there, name, external_id);
  if ('refused' in found) return refused(found.refused);
  const { before } = found;
  const after = {
    // An ID is the same whatever its case, as a code is.
    external_id: before?.external_id ?? external_id ?? null,
    name,
    roles: roles ?? before?.roles ?? (['member'] as const),
    email: email ?? before?.email ?? null,
    phone: phone ?? before?.phone ?? null,
    left: left ?? before?.left ?? false,
  };
  if (!before) return { verdict: 'new', after };
  const changes = changesOfPerson(before, after);
  return Object.keys(changes).length === 0
    ? { verdict: 'same', id: before.id }
    : { verdict: 'changed', changes, id: before.id, after };
}

/** By the external ID; else by the name, which then is given the ID. */
function whoOf(
  there: readonly Known[],
  name: string,
  external_id: string | undefined,
): { refused: Words } | { before: Known | undefined } {
  const same = (id: string | null) => id?.toLowerCase() === external_id?.toLowerCase();
  const known = external_id === undefined ? undefined : there.find(each => same(each.external_id));
  if (known) return { before: known };
  const namesakes = there.filter(({ key }) => key === nameKey(name));
  if (namesakes.length > 1 && external_id === undefined) return { refused: reasons.namesakes };
  // Somebody of the same name with another ID is somebody else.
  const free = external_id === undefined ? namesakes : namesakes.filter(each => each.external_id === null);
  return free.length > 1 ? { refused: reasons.namesakes } : { before: free[0] };
}

const roleList = (roles: readonly SchoolRole[]) =>
  roles
    .map(role => role_words[role].en)
    .sort()
    .join(', ');

function changesOfPerson(
  before: KeptPerson,
  after: Omit<KeptPerson, 'id'>,
): Record<string, [string, string]> {
  const words = ({ external_id, name, roles, email, phone, left }: Omit<KeptPerson, 'id'>) => ({
    external_id: external_id ?? '',
    name,
    roles: roleList(roles),
    email: email ?? '',
    phone: phone ?? '',
    left: left ? 'yes' : 'no',
  });
  const [from, to] = [words(before), words(after)];
  const fields = Object.keys(from) as (keyof typeof from)[];
  return Object.fromEntries(
    fields.filter(field => from[field] !== to[field]).map(field => [field, [from[field], to[field]]]),
  );
}
