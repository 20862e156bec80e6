import { z } from 'zod';
import { school_roles } from '#accounts/rules/who.ts';
import { id, line, Moment, prose } from '#platform/schemas.ts';
import { near_day } from '#schools/rules/school.ts';
import { impacts } from '#tickets/rules/priority.ts';
import { told_channels } from '#tickets/rules/opening/channels.ts';
import { areas } from './areas.ts';
import { configuration_limits } from './limits.ts';
import { lackings, states } from './state-words.ts';
import { steps } from './states.ts';
import { reaches, scopes } from './scope.ts';

/** A request to change the configuration of the supported system (S9): the contract of `/api/configuration/requests`. */

const Named = z.object({ id: z.number().int(), name: z.string() });
const Day = z.object({ date: z.iso.date(), words: z.string() });
const value = () => prose().max(configuration_limits.value);
const setting = () => line(configuration_limits.setting);

/** What is asked for. */
const asked = {
  area: z.enum(areas),
  setting: setting(),
  /** How it is now, and how it shall be. */
  was: value(),
  becomes: value(),
  why: value(),
  /** The day on which it should be so. */
  wished_for: near_day.nullable(),
  /** What could go wrong, and who must be told. */
  risks: value().nullable(),
};

export const Asking = z.object({
  ...asked,
  wished_for: asked.wished_for.default(null),
  risks: asked.risks.default(null),
  /** Whether it concerns more than one's own school, and whom, as far as one knows. */
  reach: z.enum(reaches),
  reach_words: value().nullable().default(null),
  /** Desk only, as when a ticket is opened for a school. */
  school: id().optional(),
  requester: id().optional(),
  channel: z.enum(told_channels).optional(),
  inside: z.boolean().optional(),
});
export type Asking = z.output<typeof Asking>;

/** How many are affected, as a ticket says it: by this its priority goes. */
export const impactOf = (reach: Asking['reach']): (typeof impacts)[number] =>
  reach === 'own' ? 'one_school' : 'all_schools';

/** The schools affected, as the iGroup says them. */
export const ScopeSaid = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('own') }),
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('waves'), waves: z.array(id()).min(1).max(configuration_limits.waves) }),
  z.object({ kind: z.literal('some'), schools: z.array(id()).min(1).max(configuration_limits.schools) }),
]);
export type ScopeSaid = z.output<typeof ScopeSaid>;

/**
 * What all schools concerned read. It is written by the iGroup and never taken from what was asked, which may say who
 * asked, and why.
 */
export const Told = z.object({ setting: setting(), was: value(), becomes: value(), why: value() });
export type Told = z.output<typeof Told>;

/** Settles a request before it is decided: the schools, what they will read, the day; what is left out stays. */
export const Settling = z.object({
  area: asked.area.optional(),
  setting: asked.setting.optional(),
  was: asked.was.optional(),
  becomes: asked.becomes.optional(),
  scope: ScopeSaid.optional(),
  told: Told.optional(),
  planned_for: near_day.optional(),
});
export type Settling = z.output<typeof Settling>;

export const Deciding = z.discriminatedUnion('approve', [
  z.object({ approve: z.literal(true) }),
  z.object({ approve: z.literal(false), reason: value() }),
]);
export type Deciding = z.output<typeof Deciding>;

export const Planning = z.object({ planned_for: near_day });

/** What was really changed, and when; what schools read of it follows. */
export const Completing = z.object({ was: value(), becomes: value(), day: near_day });
export type Completing = z.output<typeof Completing>;

/** `reason` is for the ticket's people; `told` for the schools that were told of the plan. */
export const GivingUp = z.object({ reason: value(), told: value().optional() });
export type GivingUp = z.output<typeof GivingUp>;

export const RollingBack = z.object({ reason: value(), told: value(), day: near_day });
export type RollingBack = z.output<typeof RollingBack>;

export const ConfigurationRequest = z.object({
  number: z.number().int(),
  subject: z.string(),
  school: Named,
  /** Only the iGroup sees its ticket. */
  inside: z.boolean(),
  asked: z.object({ by: Named, at: Moment }),
  state: z.enum(states),
  ...asked,
  area_words: z.string(),
  wished_for: Day.nullable(),
  reach: z.enum(reaches),
  reach_words: z.string().nullable(),
  /** The schools affected: in words for the reader, for the iGroup with names and how many they are now or were meant. */
  scope: z.enum(scopes).nullable(),
  scope_words: z.string(),
  waves: z.array(Named),
  schools: z.array(Named),
  count: z.number().int().nullable(),
  /** What schools will read of it; null until it is written, and for a school until it is approved. */
  told: Told.nullable(),
  planned_for: Day.nullable(),
  /** The planned day is over. */
  late: z.boolean(),
  /** Its line of the log, once there is one. */
  change: z.uuid().nullable(),
  /** What was done with it, oldest first. */
  steps: z.array(
    z.object({
      step: z.enum(steps),
      words: z.string(),
      by: Named,
      at: Moment,
      reason: z.string().nullable(),
    }),
  ),
  /** What must be settled before it can be approved: for the iGroup. */
  lacking: z.array(z.enum(lackings)),
  can: z.record(z.enum(steps), z.boolean()),
  /** Why a coordinator may not decide it: it is her own. */
  your_own: z.boolean(),
  /** The day that it is for the reader: until when something can have been done. */
  today: z.iso.date(),
});
export type ConfigurationRequest = z.infer<typeof ConfigurationRequest>;

/** What waits for a decision, and what is planned and not yet done: few, so they come at once. */
export const UnderWay = z.object({
  items: z.array(
    ConfigurationRequest.pick({
      number: true,
      subject: true,
      school: true,
      inside: true,
      asked: true,
      state: true,
      area_words: true,
      wished_for: true,
      planned_for: true,
      late: true,
      scope_words: true,
      count: true,
      lacking: true,
    }),
  ),
});
export type UnderWay = z.infer<typeof UnderWay>;

/** Whether one may ask, and who of the school may. */
export const MayAsk = z.object({
  may: z.boolean(),
  people: z.array(Named.extend({ roles: z.array(z.enum(school_roles)) })),
});
export type MayAsk = z.infer<typeof MayAsk>;
