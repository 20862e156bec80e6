import { priorities, type Priority } from '#sla/rules/targets.ts';

export { priorities, type Priority };

/** Impact and urgency in a school's words give the priority (process.json priorities). */
export const impacts = ['one_person', 'one_office_or_class', 'one_school', 'all_schools'] as const;
export const urgencies = ['low', 'normal', 'high', 'critical'] as const;

export type Impact = (typeof impacts)[number];
export type Urgency = (typeof urgencies)[number];

const matrix: Record<Impact, Record<Urgency, Priority>> = {
  one_person: { low: 'P4', normal: 'P4', high: 'P3', critical: 'P2' },
  one_office_or_class: { low: 'P4', normal: 'P3', high: 'P3', critical: 'P2' },
  one_school: { low: 'P4', normal: 'P3', high: 'P2', critical: 'P1' },
  all_schools: { low: 'P3', normal: 'P2', high: 'P1', critical: 'P1' },
};

export const priorityOf = (impact: Impact, urgency: Urgency): Priority => matrix[impact][urgency];
