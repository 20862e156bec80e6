import type { Words } from '#platform/schemas.ts';

/** The words of recorded facts. Knows no library, so that forms have it too. */

/**
 * What is recorded of a school by hand. `trained_before` is somebody who was trained before the register was kept;
 * all others are trained by what they attended.
 */
export const fact_kinds = ['invited', 'signed', 'stage1', 'trained_before', 'suspended', 'lifted'] as const;
export type FactKind = (typeof fact_kinds)[number];

/** The steps of the roll-out, in their usual order; `trained` and `stage1` come in either. */
export const steps = ['invited', 'signed', 'in_training', 'trained', 'stage1', 'live'] as const;
export type Step = (typeof steps)[number];
export const step_names: Record<Step, Words> = {
  invited: { en: 'Invited', fr: 'Invitée' },
  signed: { en: 'Agreement signed', fr: 'Entente signée' },
  in_training: { en: 'In training', fr: 'En formation' },
  trained: { en: 'Trained', fr: 'Formée' },
  stage1: { en: 'In Stage 1', fr: 'À l’étape 1' },
  live: { en: 'Live', fr: 'En service' },
};
export const suspended_name: Words = { en: 'Suspended', fr: 'Suspendue' };

/** What a school may lack, and who supplies it. */
export const suppliers = {
  lead: 'coordinator',
  security_contact: 'lead',
  technical_contact: 'lead',
  back_up: 'lead',
  invited: 'coordinator',
  signed: 'lead',
  trained: 'people',
  stage1: 'coordinator',
  lifted: 'coordinator',
} as const;
export type Lacking = keyof typeof suppliers;
export type Supplier = (typeof suppliers)[Lacking];
export const lacking = Object.keys(suppliers) as Lacking[];

/** What keeps the doors shut while it is missing; the rest is wanted, but shuts nothing. */
export const opens: readonly Lacking[] = ['trained', 'stage1', 'lifted'];

export const fact_limits = { document: 120, version: 40, reason: 400, why: 200 } as const;
