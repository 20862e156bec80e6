import type { Words } from '#platform/schemas.ts';
import type { DeskTime } from '#sla/rules/desk-hours.ts';
import type { FieldRules, Value as FieldValue, Values } from '../fields/field.ts';
import { isOpen, type Move, type Requirement, type State } from '../lifecycle.ts';
import type { Ticket } from '../ticket.ts';
import { en } from '../words/en.ts';
import { fr } from '../words/fr.ts';

/** What a step can be foreseen from, and what is foreseen. */

interface Known {
  id: number;
}

/** What a preview must know of a ticket; `beside` of what stands beside it only for the steps that change that. */
export interface Foreseeable extends Pick<
  Ticket,
  | 'state'
  | 'category'
  | 'impact'
  | 'urgency'
  | 'priority'
  | 'promised'
  | 'planned_for'
  | 'resolution_code'
  | 'can'
  | 'tags'
> {
  assignee: Known | null;
  team: Known | null;
  beside: {
    /** What its own fields hold. */
    values: Values;
    /** Of the people whom the steps name, those who are at its school. */
    people: readonly number[];
    followers: readonly number[];
    /** Until when whoever does it has put it away: an instant (UTC), `answer`, or null where it is in her list. */
    snoozed_until: string | null;
  };
}

/** Who does it and when, and the fields that are filled in now. */
export interface Foreseeing {
  me: number;
  now: Date;
  desk: DeskTime;
  fields: readonly FieldRules[];
  /** 'YYYY-MM-DD' in the zone of whoever does it. */
  today: string;
}

/** Values as the API has them: ids of people and teams, `me` for whoever takes it, texts as they are written. */
export type Value = FieldValue | null;
export interface Foreseen {
  field: string;
  from: Value;
  to: Value;
}
export type Foresight = { changes: Foreseen[] } | { refused: Words };

/** Nothing changes where it is so already. */
export const changing = (field: string, from: Value, to: Value): Foreseen[] =>
  from === to ? [] : [{ field, from, to }];

export const has_ended: Words = { en: 'It has ended.', fr: 'Il est terminé.' };
export const not_yours: Words = {
  en: 'You may read it, but working it is for others.',
  fr: 'Vous pouvez le lire, mais le traiter revient à d’autres.',
};
export const whyNot = ({ state }: Foreseeable): Words => (isOpen(state) ? not_yours : has_ended);

export const notFromHere = (move: Move, state: State): Words => ({
  en: `“${en.moves[move]}” is not possible while it is “${en.states[state]}”.`,
  fr: `« ${fr.moves[move]} » est impossible quand il est « ${fr.states[state]} ».`,
});
export const needed = (name: Requirement): Words => ({
  en: `Needed: ${en.requirements[name]}.`,
  fr: `Requis : ${fr.requirements[name]}.`,
});
export const notByYou = (move: Move): Words => ({
  en: `“${en.moves[move]}” is for others, or its time is over.`,
  fr: `« ${fr.moves[move]} » revient à d’autres, ou son délai est passé.`,
});
