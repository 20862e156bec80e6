import type { Lang } from '#platform/schemas.ts';

/** The parts of the supported system that have settings of their own, as its people speak of them. Plain, for the screens. */
export const areas = [
  'attendance',
  'report_cards',
  'scheduling',
  'demographics',
  'codes',
  'calendar',
  'printing',
  'roles',
  'exchange',
  'other',
] as const;
export type Area = (typeof areas)[number];

export const area_names: Record<Lang, Record<Area, string>> = {
  en: {
    attendance: 'Attendance',
    report_cards: 'Marks and report cards',
    scheduling: 'Timetable and courses',
    demographics: 'Students and enrolment',
    codes: 'Codes and lists of choices',
    calendar: 'School year and calendar',
    printing: 'Reports and printing',
    roles: 'What roles may do',
    exchange: 'Data in and out',
    other: 'Something else',
  },
  fr: {
    attendance: 'Présences',
    report_cards: 'Notes et bulletins',
    scheduling: 'Horaire et cours',
    demographics: 'Élèves et inscriptions',
    codes: 'Codes et listes de choix',
    calendar: 'Année scolaire et calendrier',
    printing: 'Rapports et impression',
    roles: 'Ce que permettent les rôles',
    exchange: 'Données reçues et envoyées',
    other: 'Autre chose',
  },
};
