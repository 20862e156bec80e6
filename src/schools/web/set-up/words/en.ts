import type { SetUpStep } from '#schools/rules/set-up/steps.ts';

interface StepWords {
  title: string;
  /** Why, in one sentence. */
  why: string;
}

/** The words of the first run. */
export const en = {
  title: 'Set-up',
  lead: 'What a desk needs before its first school asks. In any order; leave it and come back whenever you like.',
  missing: (count: number) =>
    count === 1 ? '1 thing is still missing.' : `${count} things are still missing.`,
  all_done: 'Nothing is missing.',
  all_done_hint: 'Everything here can be changed under Settings, Schools and People.',
  link: 'Set-up',
  states: { done: 'done', waiting: 'invited, not here yet', put_off: 'not now', missing: 'missing' },
  next: (title: string) => `Next: ${title}`,
  not_now: 'Not now',
  not_now_for: (title: string) => `Not now: ${title}`,
  take_up: 'Take up again',
  take_up_for: (title: string) => `Take up again: ${title}`,
  put_off_by: (name: string, when: string) => `Put off by ${name}, ${when}.`,
  administrator: 'An administrator does this step.',
  steps: {
    names: { title: 'Names', why: 'What schools call the group, and the system that it supports.' },
    time: {
      title: 'Zone and hours of the desk',
      why: 'First answers are measured in them. If the usual ones are right, save them as they are.',
    },
    privacy_officer: {
      title: 'Privacy officer',
      why: 'The law asks that one person answers for the students’ data. Choose somebody who is here, or invite somebody.',
    },
    agents: { title: 'First agents', why: 'Who works the tickets. Each is invited by a link of her own.' },
    second_administrator: {
      title: 'A second administrator',
      why: 'If the only one is locked out, everybody is. A second one costs nothing.',
    },
    schools: { title: 'Schools', why: 'Import them from a file, or add one by hand.' },
    training: {
      title: 'First wave and training',
      why: 'Schools are let in by waves, after their first week of training.',
    },
  } satisfies Record<SetUpStep, StepWords> as Record<SetUpStep, StepWords>,
  here: (count: number) => (count === 1 ? '1 is here.' : `${count} are here.`),
  schools_here: (count: number) => (count === 1 ? '1 school is entered.' : `${count} schools are entered.`),
  invite: 'Invite somebody',
  people: 'People of the iGroup',
  import: 'Import from a file',
  add_school: 'Add a school',
  to_schools: 'To the schools',
  to_waves: 'Waves',
  to_training: 'Training',
  backup: 'A backup, from the first day on',
  backup_hint:
    'In the folder of the installation, with its DATA_DIR and DATABASE_URL; docs/running/backup.md says how it is done every night.',
};
export type SetUpWords = typeof en;
