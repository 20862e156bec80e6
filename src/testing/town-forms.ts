import type { NewField } from '#tickets/rules/fields/schemas.ts';
import type { NewTemplate } from '#tickets/rules/templates/schemas.ts';

/** The demo's fields and templates, in the words of a school's office. */

export type FieldName =
  'report' | 'grade' | 'due' | 'whose' | 'happens' | 'error' | 'printer' | 'collection' | 'refused' | 'cause';

const choices = (...answers: [en: string, fr: string, id?: string][]) =>
  answers.map(([en, fr, id]) => ({ en, fr, ...(id !== undefined && { id }) }));

/** Each is made when its turn has come: a condition names the id of an earlier one. */
export const demo_fields = (ids: Record<FieldName, number>): Record<FieldName, () => NewField> => ({
  report: () => ({
    kind: 'choice',
    name: { en: 'Which report?', fr: 'Quel bulletin?' },
    categories: ['report_cards'],
    choices: choices(
      ['Mid-term report card', 'Bulletin de mi-étape', 'mid_term'],
      ['Final report card', 'Bulletin final', 'final'],
      ['Progress list', 'Liste de progrès'],
    ),
  }),
  grade: () => ({
    kind: 'choice',
    name: { en: 'Grade', fr: 'Année' },
    categories: ['report_cards'],
    choices: choices(
      ['Kindergarten', 'Maternelle'],
      ...Array.from({ length: 12 }, (_, at): [string, string] => [
        `Grade ${at + 1}`,
        at === 0 ? '1re année' : `${at + 1}e année`,
      ]),
    ),
  }),
  due: () => ({
    kind: 'date',
    name: { en: 'When do they go home?', fr: 'Quand partent-ils à la maison?' },
    help: { en: 'We look at the nearest day first.', fr: 'Nous commençons par le jour le plus proche.' },
    categories: ['report_cards'],
    bounds: { earliest: 0, latest: 200 },
  }),
  whose: () => ({
    kind: 'person',
    name: { en: 'Whose sign-in?', fr: 'Le compte de qui?' },
    categories: ['login_access'],
  }),
  happens: () => ({
    kind: 'choice',
    name: { en: 'What happens?', fr: 'Que se passe-t-il?' },
    categories: ['login_access'],
    choices: choices(
      ['The password is not accepted', 'Le mot de passe est refusé'],
      ['The account is locked', 'Le compte est bloqué'],
      ['An error is shown', 'Une erreur s’affiche'],
      ['There is no account yet', 'Il n’y a pas encore de compte'],
    ),
  }),
  error: () => ({
    kind: 'text',
    name: { en: 'Error text', fr: 'Texte de l’erreur' },
    help: { en: 'Letter for letter, as it stands on the screen.', fr: 'Mot pour mot, tel qu’à l’écran.' },
    categories: ['login_access'],
    bounds: { several_lines: true, longest: 1000 },
    condition: { on: ids.happens, answers: ['an_error_is_shown'] },
  }),
  printer: () => ({
    kind: 'text',
    name: { en: 'Which printer?', fr: 'Quelle imprimante?' },
    categories: ['printing_reports'],
  }),
  collection: () => ({
    kind: 'choice',
    name: { en: 'Which collection?', fr: 'Quelle collecte?' },
    categories: ['data_1701'],
    required: 'opening',
    choices: choices(['September', 'Septembre'], ['February', 'Février'], ['May', 'Mai']),
  }),
  refused: () => ({
    kind: 'number',
    name: { en: 'Students refused', fr: 'Élèves refusés' },
    categories: ['data_1701'],
    bounds: { whole: true, least: 0, most: 10_000 },
  }),
  cause: () => ({
    kind: 'choice',
    name: { en: 'Cause', fr: 'Cause' },
    categories: ['data_1701'],
    required: 'solving',
    for_school: false,
    choices: choices(
      ['Data at the school', 'Données à l’école'],
      ['A setting', 'Un réglage'],
      ['The ministry’s check', 'La vérification du ministère'],
    ),
  }),
});

export const demo_templates = (ids: Record<FieldName, number>): NewTemplate[] => [
  {
    name: { en: 'A new staff member', fr: 'Un nouveau membre du personnel' },
    for_whom: 'both',
    category: 'login_access',
    subject: { en: 'A sign-in for a new staff member', fr: 'Un compte pour un nouveau membre du personnel' },
    description: {
      en: 'Name:\nRole at the school:\nFirst day:\n',
      fr: 'Nom :\nRôle à l’école :\nPremier jour :\n',
    },
    impact: 'one_person',
    urgency: 'normal',
    fields: { [ids.happens]: 'there_is_no_account_yet' },
  },
  {
    name: { en: 'Marks are missing', fr: 'Des notes manquent' },
    for_whom: 'both',
    category: 'report_cards',
    subject: { en: 'Marks are missing on report cards', fr: 'Des notes manquent aux bulletins' },
    description: {
      en: 'Class:\nSubject:\nWhat is missing:\n',
      fr: 'Classe :\nMatière :\nCe qui manque :\n',
    },
    urgency: 'high',
    fields: { [ids.report]: 'mid_term' },
  },
  {
    name: { en: 'The 1701 file is refused', fr: 'Le fichier 1701 est refusé' },
    for_whom: 'both',
    category: 'data_1701',
    subject: { en: 'The 1701 file is refused', fr: 'Le fichier 1701 est refusé' },
    description: { en: 'What the check says:\n', fr: 'Ce que dit la vérification :\n' },
    impact: 'one_school',
    urgency: 'high',
  },
  {
    name: { en: 'Printing, by phone', fr: 'Impression, par téléphone' },
    for_whom: 'desk',
    category: 'printing_reports',
    description: {
      en: 'Phoned in. The report, the printer, what comes out:\n',
      fr: 'Au téléphone. Le rapport, l’imprimante, ce qui sort :\n',
    },
    impact: 'one_office_or_class',
    urgency: 'normal',
  },
];
