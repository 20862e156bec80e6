import { foldWords } from '#platform/text/fold.ts';
import { school_limits } from '../kinds.ts';

/** What the columns of a file may hold, and how a column's head says so in English and in French. */

export const import_kinds = ['schools', 'people'] as const;
export type ImportKind = (typeof import_kinds)[number];

export const school_fields = [
  'code',
  'name',
  'town',
  'kind',
  'first_grade',
  'last_grade',
  'zone',
  'wave',
  'provider',
  'proxy',
  'firewall',
] as const;
export const person_fields = ['code', 'external_id', 'name', 'roles', 'email', 'phone', 'left'] as const;

type NamedField = (typeof school_fields)[number] | (typeof person_fields)[number];
/** `fte_2025` is a school's enrolment on 30 September of that year. */
export type ImportField = NamedField | `fte_${number}`;

/** What a file must hold, so that its lines can be told apart. */
export const needed: Record<ImportKind, readonly ImportField[]> = {
  schools: ['code'],
  people: ['code', 'name'],
};

const heads: Record<NamedField, readonly string[]> = {
  code: ['code', 'school code', 'school', 'school number', 'code de l’école', 'code école', 'école'],
  name: ['name', 'school name', 'full name', 'person', 'nom', 'nom de l’école', 'nom complet', 'personne'],
  town: ['town', 'city', 'community', 'municipality', 'ville', 'localité', 'municipalité'],
  kind: ['kind', 'type', 'school type', 'genre', 'type d’école'],
  first_grade: ['first grade', 'lowest grade', 'from grade', 'première année', 'niveau de'],
  last_grade: ['last grade', 'highest grade', 'grade to', 'to grade', 'dernière année', 'niveau à'],
  zone: ['zone', 'time zone', 'timezone', 'fuseau horaire', 'fuseau'],
  wave: ['wave', 'roll-out wave', 'vague'],
  provider: ['provider', 'internet provider', 'isp', 'fournisseur', 'fournisseur internet'],
  proxy: ['proxy', 'serveur mandataire', 'mandataire'],
  firewall: ['firewall', 'pare-feu'],
  external_id: ['external id', 'id', 'person id', 'employee number', 'identifiant', 'matricule', 'numéro'],
  roles: ['roles', 'role', 'rôles', 'rôle', 'fonction'],
  email: [
    ...[
      'email',
      'e mail',
      'email address',
      'mail',
      'work email',
      'work e mail',
      'courriel',
      'adresse courriel',
    ],
    ...['adresse électronique', 'courriel professionnel'],
  ],
  phone: [
    ...['phone', 'telephone', 'phone number', 'telephone number', 'tel', 'work phone', 'work telephone'],
    ...['téléphone', 'numéro de téléphone', 'téléphone professionnel'],
  ],
  left: ['left', 'has left', 'departed', 'parti', 'est parti', 'a quitté'],
};

/** A head as it is compared: its words in order, without accents and case. */
const plain = (text: string): string => foldWords(text.replaceAll(/['’]/g, ' ')).join(' ');

const known = new Map(
  Object.entries(heads).flatMap(([field, names]) =>
    [field, ...names].map(name => [plain(name), field as NamedField]),
  ),
);

const fte_head =
  /^(?:fte|etp|enrolment|enrollment|effectif|inscriptions)(?: (?:fte|etp|september|septembre|30|en|au|of|de))* (\d{4})$/;

/** Whether there is such a field for this kind of file; enrolment only for years that a school may have. */
export function isField(kind: ImportKind, field: string): field is ImportField {
  if (kind === 'people') return person_fields.some(each => each === field);
  const year = yearOf(field);
  return year === undefined
    ? school_fields.some(each => each === field)
    : year >= school_limits.first_year && year <= school_limits.last_year;
}

/** The year of an enrolment's field; undefined for another field. */
export function yearOf(field: string): number | undefined {
  const year = /^fte_(\d{4})$/.exec(field)?.[1];
  return year === undefined ? undefined : Number(year);
}

/** Which field each column is, by its head; null where the head says nothing. No field is given twice. */
export function recognised(kind: ImportKind, columns: readonly string[]): (ImportField | null)[] {
  const given = new Set<string>();
  return columns.map(head => {
    const said = plain(head);
    const year = fte_head.exec(said)?.[1];
    const field = year ? (`fte_${Number(year)}` as const) : known.get(said);
    if (!field || !isField(kind, field) || given.has(field)) return null;
    given.add(field);
    return field;
  });
}
