import type { Words } from '#platform/schemas.ts';
import { school_limits } from '../kinds.ts';
import { yearOf, type ImportField } from './fields.ts';
import { kind_words, role_words } from './values.ts';

/** The sentences why a line, or a whole file, is refused. */

/** What a field is called in a sentence and on the screens. */
export function fieldWords(field: ImportField): Words {
  const year = yearOf(field);
  return year === undefined ? names[field as keyof typeof names] : { en: `FTE ${year}`, fr: `ETP ${year}` };
}

const names = {
  code: { en: 'School code', fr: 'Code de l’école' },
  name: { en: 'Name', fr: 'Nom' },
  town: { en: 'Town', fr: 'Localité' },
  kind: { en: 'Kind', fr: 'Genre' },
  first_grade: { en: 'First grade', fr: 'Première année' },
  last_grade: { en: 'Last grade', fr: 'Dernière année' },
  zone: { en: 'Time zone', fr: 'Fuseau horaire' },
  wave: { en: 'Wave', fr: 'Vague' },
  provider: { en: 'Internet provider', fr: 'Fournisseur internet' },
  proxy: { en: 'Proxy', fr: 'Serveur mandataire' },
  firewall: { en: 'Firewall', fr: 'Pare-feu' },
  external_id: { en: 'External ID', fr: 'Identifiant' },
  roles: { en: 'Roles', fr: 'Rôles' },
  email: { en: 'Work e-mail', fr: 'Courriel professionnel' },
  phone: { en: 'Work telephone', fr: 'Téléphone professionnel' },
  left: { en: 'Has left', fr: 'Est parti' },
} satisfies Record<Exclude<ImportField, `fte_${number}`>, Words>;

const shown = (cell: string) => (cell.length > 60 ? `${cell.slice(0, 60)}…` : cell);
const listed = (words: Record<string, Words>, lang: 'en' | 'fr') =>
  Object.values(words)
    .map(each => each[lang])
    .join(', ');

export const reasons = {
  cells: (there: number, heads: number): Words => ({
    en: `The line has ${there} cells, and there are ${heads} heads. It may be cut off.`,
    fr: `La ligne a ${there} cellules, et il y a ${heads} en-têtes. Elle est peut-être tronquée.`,
  }),
  unreadable: {
    en: 'Some letters cannot be read. Choose the other encoding.',
    fr: 'Des lettres sont illisibles. Choisissez l’autre encodage.',
  },
  text: (field: ImportField, characters: number): Words => ({
    en: `${fieldWords(field).en}: one line of at most ${characters} characters, without control characters.`,
    fr: `${fieldWords(field).fr} : une seule ligne d’au plus ${characters} caractères, sans caractères de contrôle.`,
  }),
  empty: (field: ImportField): Words => ({
    en: `${fieldWords(field).en} is missing.`,
    fr: `${fieldWords(field).fr} : il manque.`,
  }),
  code: (cell: string): Words => ({
    en: `“${shown(cell)}” is no school code: 2 to 20 letters, digits or hyphens.`,
    fr: `« ${shown(cell)} » n’est pas un code d’école : 2 à 20 lettres, chiffres ou traits d’union.`,
  }),
  twice: (line: number): Words => ({
    en: `The same stands on line ${line} already.`,
    fr: `La même entrée figure déjà à la ligne ${line}.`,
  }),
  kind: (cell: string): Words => ({
    en: `“${shown(cell)}” is no kind of school: ${listed(kind_words, 'en')}.`,
    fr: `« ${shown(cell)} » n’est pas un genre d’école : ${listed(kind_words, 'fr')}.`,
  }),
  zone: (cell: string): Words => ({
    en: `“${shown(cell)}” is no time zone that schools have here.`,
    fr: `« ${shown(cell)} » n’est pas un fuseau horaire des écoles.`,
  }),
  grade: (cell: string): Words => ({
    en: `“${shown(cell)}” is no grade: K, or 1 to 12.`,
    fr: `« ${shown(cell)} » n’est pas une année : M, ou de 1 à 12.`,
  }),
  one_grade: {
    en: 'A school has a first and a last grade, or neither.',
    fr: 'Une école a une première et une dernière année, ou aucune des deux.',
  },
  grades_order: {
    en: 'The last grade comes before the first.',
    fr: 'La dernière année vient avant la première.',
  },
  wave: (cell: string): Words => ({
    en: `There is no wave called “${shown(cell)}”. Add it first.`,
    fr: `Il n’y a pas de vague « ${shown(cell)} ». Ajoutez-la d’abord.`,
  }),
  fte: (field: ImportField, cell: string): Words => ({
    en: `${fieldWords(field).en}: “${shown(cell)}” is no number from 0 to ${school_limits.fte} with at most four places (1234.5).`,
    fr: `${fieldWords(field).fr} : « ${shown(cell)} » n’est pas un nombre de 0 à ${school_limits.fte} à quatre décimales au plus (1234,5).`,
  }),
  no_school: (code: string): Words => ({
    en: `There is no school with the code ${shown(code)}. Import the schools first.`,
    fr: `Il n’y a pas d’école de code ${shown(code)}. Importez d’abord les écoles.`,
  }),
  roles: (cell: string): Words => ({
    en: `“${shown(cell)}” are no roles: ${listed(role_words, 'en')}.`,
    fr: `« ${shown(cell)} » ne sont pas des rôles : ${listed(role_words, 'fr')}.`,
  }),
  email: (cell: string): Words => ({
    en: `“${shown(cell)}” is no e-mail address.`,
    fr: `« ${shown(cell)} » n’est pas une adresse courriel.`,
  }),
  phone: (cell: string): Words => ({
    en: `“${shown(cell)}” is no telephone number: at least seven digits, such as 250 555 0101 ext 4.`,
    fr: `« ${shown(cell)} » n’est pas un numéro de téléphone : au moins sept chiffres, comme 250 555 0101 poste 4.`,
  }),
  left: (cell: string): Words => ({
    en: `Has left: “${shown(cell)}” is neither yes nor no.`,
    fr: `Est parti : « ${shown(cell)} » n’est ni oui ni non.`,
  }),
  namesakes: {
    en: 'Several people of this school are called so. Give their external ID, or change them at the school.',
    fr: 'Plusieurs personnes de cette école portent ce nom. Donnez leur identifiant, ou modifiez-les à l’école.',
  },
  another_id: (external_id: string): Words => ({
    en: `The person of this name has the external ID ${shown(external_id)} already.`,
    fr: `La personne de ce nom a déjà l’identifiant ${shown(external_id)}.`,
  }),
  many_years: {
    en: `A school has enrolments of at most ${school_limits.enrolments} years.`,
    fr: `Une école a des effectifs d’au plus ${school_limits.enrolments} années.`,
  },
} as const;
