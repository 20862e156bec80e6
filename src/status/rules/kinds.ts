import type { Words } from '#platform/schemas.ts';

/** The words of this house, each with its names. Knows no library, so that the screens have it too. */

export const notice_kinds = ['incident', 'planned_work', 'known_problem'] as const;
export type NoticeKind = (typeof notice_kinds)[number];
export const kind_names: Record<NoticeKind, Words> = {
  incident: { en: 'Incident', fr: 'Incident' },
  planned_work: { en: 'Planned work', fr: 'Travaux prévus' },
  known_problem: { en: 'Known problem', fr: 'Problème connu' },
};

/** How bad it is, the worst last. */
export const severities = ['slow', 'partly', 'down'] as const;
export type Severity = (typeof severities)[number];
export const severity_names: Record<Severity, Words> = {
  slow: { en: 'Works, with trouble', fr: 'Fonctionne, avec des ennuis' },
  partly: { en: 'Works in part', fr: 'Fonctionne en partie' },
  down: { en: 'Does not work', fr: 'Ne fonctionne pas' },
};

/** Who reads it: everybody, all schools, those by their standing, or some by name. */
export const audiences = ['public', 'schools', 'stage1', 'before_stage1', 'some'] as const;
export type Audience = (typeof audiences)[number];
export const audience_names: Record<Audience, Words> = {
  public: { en: 'Everybody, also without sign-in', fr: 'Tout le monde, même sans ouvrir de session' },
  schools: { en: 'All schools', fr: 'Toutes les écoles' },
  stage1: { en: 'Schools in Stage 1', fr: 'Écoles à l’étape 1' },
  before_stage1: { en: 'Schools before Stage 1', fr: 'Écoles avant l’étape 1' },
  some: { en: 'Some schools', fr: 'Certaines écoles' },
};

/** How long its texts and lists may be, and how long what is over stays in sight. */
export const status_limits = {
  title: 120,
  system: 60,
  schools: 2000,
  systems: 20,
  computers: 9999,
  /** How long what is over stays on the status page. */
  history_days: 90,
  /** How long it stays in sight of those who did not say that they have it. */
  solved_hours: 24,
} as const;

/** Only of what goes wrong does somebody say that she has it too; work that is planned is everybody’s. */
export const takesMeToo = (kind: NoticeKind): boolean => kind !== 'planned_work';
