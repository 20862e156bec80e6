import type { Words } from '#platform/schemas.ts';

/**
 * The rights of the student information system in a school's words: data, and nothing else knows them. `several` opens
 * more than one school by its nature. `longest` is for how many days it is given at most, null without an end.
 */

interface Kind {
  name: Words;
  /** What it opens, in a sentence. */
  opens: Words;
  several: boolean;
  longest: number | null;
}

const year = 366;

// prettier-ignore
export const kinds = {
  class_teacher: { several: false, longest: null, name: { en: 'Class teacher', fr: 'Titulaire de classe' }, opens: { en: 'Attendance and marks of her own classes', fr: 'Les présences et les notes de ses propres classes' } },
  attendance: { several: false, longest: null, name: { en: 'Attendance of the whole school', fr: 'Présences de toute l’école' }, opens: { en: 'Enter and correct attendance for every class', fr: 'Saisir et corriger les présences de toutes les classes' } },
  marks: { several: false, longest: null, name: { en: 'Marks and report cards', fr: 'Notes et bulletins' }, opens: { en: 'Marks of all classes, and the report cards', fr: 'Les notes de toutes les classes et les bulletins' } },
  scheduling: { several: false, longest: null, name: { en: 'Timetable', fr: 'Horaire' }, opens: { en: 'Courses, sections and the school’s timetable', fr: 'Les cours, les groupes et l’horaire de l’école' } },
  demographics: { several: false, longest: null, name: { en: 'Enrolment and demographics', fr: 'Inscriptions et données des élèves' }, opens: { en: 'Enrol and withdraw students, addresses, guardians', fr: 'Inscrire et retirer des élèves, adresses, responsables' } },
  reporting: { several: false, longest: null, name: { en: 'Reports and exports', fr: 'Rapports et exportations' }, opens: { en: 'Lists and files of the whole school, 1701 too', fr: 'Listes et fichiers de toute l’école, 1701 compris' } },
  // What is most private of a student, and what opens all of a school, is looked at again every year.
  student_services: { several: false, longest: year, name: { en: 'Student services', fr: 'Services aux élèves' }, opens: { en: 'Plans, designations and counselling of students', fr: 'Plans, désignations et suivi des élèves' } },
  school_administrator: { several: false, longest: 2 * year, name: { en: 'School administrator', fr: 'Administration de l’école' }, opens: { en: 'All of the school, and its settings', fr: 'Toute l’école et ses réglages' } },
  several_schools: { several: true, longest: year, name: { en: 'Several schools', fr: 'Plusieurs écoles' }, opens: { en: 'The same work at more than one school', fr: 'Le même travail dans plus d’une école' } },
  district_reporting: { several: true, longest: year, name: { en: 'Reports over all schools', fr: 'Rapports sur toutes les écoles' }, opens: { en: 'Lists and files of all schools together', fr: 'Listes et fichiers de toutes les écoles ensemble' } },
  // Nobody can say how much this opens, so it never stands for good.
  something_else: { several: false, longest: year, name: { en: 'Something else', fr: 'Autre chose' }, opens: { en: 'Say in your words what is needed', fr: 'Dites dans vos mots ce qu’il faut' } },
} as const satisfies Record<string, Kind>;

export type RightKind = keyof typeof kinds;
export const kind_ids = Object.keys(kinds) as [RightKind, ...RightKind[]];

/** What a right opens beyond the school that asks: by its kind, or because other schools are named. */
interface Reach {
  kind: RightKind;
  at_schools: string | null;
}

/** Whether the right touches more than one school: then a second person of the iGroup approves it (S10). */
export const touchesMore = ({ kind, at_schools }: Reach): boolean =>
  kinds[kind].several || at_schools !== null;

/** For how many days it is given at most; null is without an end. What touches other schools: for a year at most. */
export const longestOf = (right: Reach): number | null =>
  touchesMore(right) ? Math.min(year, kinds[right.kind].longest ?? year) : kinds[right.kind].longest;
