import { school_roles, type SchoolRole } from '#accounts/rules/who.ts';
import { foldWords } from '#platform/text/fold.ts';
import type { Words } from '#platform/schemas.ts';
import { zone_labels } from '#sla/rules/zones.ts';
import { school_kinds, school_limits, type SchoolKind } from '../kinds.ts';

/** What a cell means, as people write it in English and in French: a value, or undefined when it is none of these. */

export const kind_words: Record<SchoolKind, Words> = {
  independent: { en: 'independent', fr: 'indépendante' },
  first_nation: { en: 'First Nation', fr: 'Première Nation' },
  public: { en: 'public', fr: 'publique' },
  online: { en: 'online', fr: 'en ligne' },
  office: { en: 'office', fr: 'bureau' },
};

export const role_words: Record<SchoolRole, Words> = {
  lead: { en: 'lead', fr: 'direction' },
  security_contact: { en: 'security contact', fr: 'responsable de la sécurité' },
  technical_contact: { en: 'technical contact', fr: 'contact technique' },
  member: { en: 'member', fr: 'membre' },
};
const more_role_words: Partial<Record<SchoolRole, readonly string[]>> = {
  lead: ['principal', 'directeur', 'directrice'],
};

export const left_words: Record<'yes' | 'no', Words> = {
  yes: { en: 'yes', fr: 'oui' },
  no: { en: 'no', fr: 'non' },
};

const plain = (text: string): string => foldWords(text).join(' ');

/** Finds a value by itself or by its words in either language, whatever its case and accents. */
function finder<V extends string>(values: readonly V[], words: (value: V) => readonly string[]) {
  const by = new Map(values.flatMap(value => [value, ...words(value)].map(word => [plain(word), value])));
  return (cell: string): V | undefined => by.get(plain(cell));
}

export const kindIn = finder(school_kinds, kind => Object.values(kind_words[kind]));

export const zoneIn = finder(Object.keys(zone_labels), zone => Object.values(zone_labels[zone]!));

const roleIn = finder(school_roles, role => [
  ...Object.values(role_words[role]),
  ...(more_role_words[role] ?? []),
]);

/** Roles with commas, semicolons, strokes or bars between them, in the product's order. */
export function rolesIn(cell: string): SchoolRole[] | undefined {
  const parts = cell.split(/[,;/|]/).filter(part => part.trim() !== '');
  const found = parts.map(roleIn);
  if (parts.length === 0 || found.includes(undefined)) return undefined;
  return school_roles.filter(role => found.includes(role));
}

const yes = ['yes', 'y', 'true', '1', 'x', 'left', 'oui', 'o', 'vrai', 'parti', 'partie'];
const no = ['no', 'n', 'false', '0', 'non', 'faux'];

/** Whether somebody has left. */
export function leftIn(cell: string): boolean | undefined {
  const said = plain(cell);
  return yes.includes(said) ? true : no.includes(said) ? false : undefined;
}

/** A grade: K (in French M, for maternelle) is 0, then 1 to 12. */
export function gradeIn(cell: string): number | undefined {
  const said = plain(cell);
  if (['k', 'm', 'kindergarten', 'maternelle', '0'].includes(said)) return 0;
  const grade = /^0?(\d{1,2})$/.exec(said)?.[1];
  return grade !== undefined && Number(grade) <= 12 ? Number(grade) : undefined;
}

/**
 * A number of students with at most four places, with a point or a comma. One comma with three digits after it may
 * be either, and so is neither: "1,234".
 */
export function fteIn(cell: string): number | undefined {
  const spaceless = cell.replaceAll(/[\s\u00a0\u202f]/g, '');
  if (/^\d{1,3},\d{3}$/.test(spaceless)) return undefined;
  const number = /^\d{1,3}(,\d{3})+(\.\d{1,4})?$/.test(spaceless)
    ? spaceless.replaceAll(',', '')
    : spaceless.replace(',', '.');
  if (!/^\d{1,5}(\.\d{1,4})?$/.test(number)) return undefined;
  return Number(number) <= school_limits.fte ? Number(number) : undefined;
}
