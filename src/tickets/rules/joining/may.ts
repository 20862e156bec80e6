import { holds, type Who } from '#accounts/rules/who.ts';
import type { Words } from '#platform/schemas.ts';
import { kinds, most_levels, undoneUntil, type Kind } from './kinds.ts';

/** What may be joined and parted, and the sentence of each refusal. Pure: what is there comes in. */

/** A ticket stands under another. */
export interface Under {
  child: number;
  parent: number;
}

type Refused<K extends string> = Record<K, (other: number) => Words>;

export const link_refusals = {
  itself: () => ({
    en: 'A ticket cannot be linked with itself.',
    fr: 'Un billet ne peut pas être lié à lui-même.',
  }),
  linked: other => ({
    en: `It is linked with ${other} already, in another way. Take that link away first.`,
    fr: `Il est déjà lié à ${other} d’une autre façon. Retirez d’abord ce lien.`,
  }),
  has_parent: other => ({
    en: `${other} stands under another ticket already. Take it from there first.`,
    fr: `${other} est déjà sous un autre billet. Retirez-le d’abord de là.`,
  }),
  circle: other => ({
    en: `${other} is on the same line already: neither could be the one above.`,
    fr: `${other} est déjà dans la même lignée : aucun des deux ne peut être au-dessus.`,
  }),
  too_deep: () => ({
    en: `At most ${most_levels} tickets may stand over one another.`,
    fr: `Au plus ${most_levels} billets peuvent être l’un au-dessus de l’autre.`,
  }),
} as const satisfies Refused<string>;
export type LinkRefusal = keyof typeof link_refusals;

/** Why a ticket may not stand under another, given all that stands over and under the two; undefined where it may. */
export function refusesUnder(family: readonly Under[], { child, parent }: Under): LinkRefusal | undefined {
  if (child === parent) return 'itself';
  if (family.some(under => under.child === child)) return 'has_parent';
  if (below(family, child).has(parent)) return 'circle';
  return above(family, parent) + 1 + heightOf(family, child) > most_levels ? 'too_deep' : undefined;
}

const childrenOf = (family: readonly Under[], number: number) =>
  family.filter(under => under.parent === number).map(under => under.child);

function below(family: readonly Under[], number: number): Set<number> {
  const found = new Set([number]);
  for (const each of found) for (const child of childrenOf(family, each)) found.add(child);
  return found;
}

/** How many stand over a ticket. */
function above(family: readonly Under[], number: number): number {
  const parent = family.find(under => under.child === number)?.parent;
  return parent === undefined ? 0 : 1 + above(family, parent);
}

/** How many levels a ticket and what is under it take. */
const heightOf = (family: readonly Under[], number: number): number =>
  1 + Math.max(0, ...childrenOf(family, number).map(child => heightOf(family, child)));

export const merge_refusals = {
  itself: () => ({
    en: 'A ticket cannot be merged into itself.',
    fr: 'Un billet ne peut pas être réuni à lui-même.',
  }),
  circle: other => ({
    en: `${other} is merged into this one already.`,
    fr: `${other} est déjà réuni à celui-ci.`,
  }),
  other_school: other => ({
    en: `${other} is of another school, and what a school wrote is its own. Link them instead.`,
    fr: `${other} est d’une autre école, et ce qu’une école écrit est à elle. Liez-les plutôt.`,
  }),
  ended: other => ({
    en: `${other} has ended, so nothing can go on there. Merge the other way round, or link them.`,
    fr: `${other} est terminé : rien ne peut y continuer. Réunissez-les dans l’autre sens, ou liez-les.`,
  }),
  inside: other => ({
    en: `${other} is for the iGroup alone, and stays so. Link them instead.`,
    fr: `${other} est pour l’iGroup seul, et le reste. Liez-les plutôt.`,
  }),
  over: () => ({
    en: 'This ticket is solved or over: what it says stays as it is. Link them instead.',
    fr: 'Ce billet est réglé ou terminé : ce qu’il dit reste tel quel. Liez-les plutôt.',
  }),
  waiting: other => ({
    en: `A message on ${other} is about to leave. Merge when it has left, or when it is taken back.`,
    fr: `Un message du billet ${other} va partir. Réunissez-les quand il sera parti ou repris.`,
  }),
} as const satisfies Refused<string>;
export type MergeRefusal = keyof typeof merge_refusals;

interface Merging {
  from: { number: number; school_id: number; inside: boolean; may_end: boolean };
  /** Where the asked one goes on by now. */
  into: { number: number; school_id: number; inside: boolean; open: boolean };
  /** The ticket that was asked for. */
  asked: number;
  /** A ticket of the two with a message that has not left. */
  waiting: number | undefined;
}

/** Why one ticket may not be merged into another, and of which ticket the sentence speaks; undefined where it may. */
export function refusesMerge({ from, into, asked, waiting }: Merging): [MergeRefusal, number] | undefined {
  if (asked === from.number) return ['itself', asked];
  if (into.number === from.number) return ['circle', asked];
  if (into.school_id !== from.school_id) return ['other_school', into.number];
  if (from.inside || into.inside) return ['inside', from.inside ? from.number : into.number];
  if (!from.may_end) return ['over', from.number];
  if (!into.open) return ['ended', into.number];
  return waiting === undefined ? undefined : ['waiting', waiting];
}

export const split_refusals = {
  none: {
    en: 'Choose at least one message that the school can read.',
    fr: 'Choisissez au moins un message que l’école peut lire.',
  },
  gone: {
    en: 'One of the messages is not on this ticket any more. Choose again.',
    fr: 'Un des messages n’est plus dans ce billet. Choisissez de nouveau.',
  },
  all: {
    en: 'Leave at least one message of the talk here.',
    fr: 'Laissez ici au moins un message de l’échange.',
  },
} as const satisfies Record<string, Words>;

export interface Chosen {
  kind: 'reply' | 'note';
  id: number;
}

/** Why messages may not go on as a ticket of their own, given those that stand here. */
export function refusesSplit(
  here: readonly Chosen[],
  chosen: readonly Chosen[],
): keyof typeof split_refusals | undefined {
  const stands = (one: Chosen) => here.some(({ kind, id }) => kind === one.kind && id === one.id);
  if (!chosen.some(({ kind }) => kind === 'reply')) return 'none';
  if (!chosen.every(stands)) return 'gone';
  const replies = new Set(chosen.filter(({ kind }) => kind === 'reply').map(({ id }) => id));
  return here.some(({ kind, id }) => kind === 'reply' && !replies.has(id)) ? undefined : 'all';
}

/** Whether a person may take a joining back now: 'not_by_you', 'too_late' (`undo_days`), or 'yes'. */
export function mayPart(
  who: Who,
  works: boolean,
  joining: { kind: Kind; made_by: number; made_at: Date },
  now: Date,
): 'yes' | 'not_by_you' | 'too_late' {
  if (who.side !== 'desk' || !works) return 'not_by_you';
  if (kinds[joining.kind].parted_by === 'agents') return 'yes';
  if (joining.made_by !== who.person_id && !holds(who, 'coordinator')) return 'not_by_you';
  return now <= undoneUntil(joining.made_at) ? 'yes' : 'too_late';
}

export const part_refusals = {
  not_by_you: {
    en: 'Whoever did it can undo it, and a coordinator.',
    fr: 'Seule la personne qui l’a fait peut l’annuler, ou une coordonnatrice.',
  },
  too_late: {
    en: 'This can be undone for 30 days, and they are over.',
    fr: 'On peut annuler ceci pendant 30 jours, et ils sont passés.',
  },
} as const satisfies Record<string, Words>;

/** A merged ticket: nothing is done to it but in the one that it goes on in. */
export const goesOn = (number: number | null): Words => ({
  en: `This ticket was merged. It goes on in ${number ?? 'another ticket'}.`,
  fr: `Ce billet a été réuni à un autre. Il continue dans ${number ?? 'un autre billet'}.`,
});
