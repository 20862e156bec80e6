import { standingOn, type Since } from '../standing.ts';
import { trainedFrom, type Attended, type Course } from '../training/trained.ts';
import { lacking, type FactKind, type Lacking, type Step } from './kinds.ts';

/**
 * What the facts of a school amount to (S11, S23). Everything about where a school stands is derived here and nowhere
 * else. The order of the facts never matters, and one that was withdrawn is as if it had not been.
 */

export interface RecordedFact {
  id: number;
  kind: FactKind;
  /** YYYY-MM-DD of the school's zone, as are all days here. */
  day: string;
  person_id: number | null;
  /** Which suspension it lifts. */
  lifts: number | null;
  withdrawn: boolean;
}

interface PersonHere {
  id: number;
  roles: readonly string[];
  left: boolean;
}

export interface Facts {
  recorded: readonly RecordedFact[];
  attended: readonly Attended[];
  courses: readonly Course[];
  people: readonly PersonHere[];
}

/** Since when each is so; null is not yet. What opens the doors, and the steps around it. */
export interface RollOut extends Since {
  invited_from: string | null;
  signed_from: string | null;
  training_from: string | null;
}

/** What a school's facts amount to. */
export function rollOutOf(facts: Facts): RollOut {
  const standing = facts.recorded.filter(fact => !fact.withdrawn);
  const of = (kind: FactKind) => standing.filter(fact => fact.kind === kind);
  const lifted = new Set(of('lifted').map(fact => fact.lifts));
  const attended = facts.attended.filter(
    ({ withdrawn, person_id }) => !withdrawn && isHere(facts, person_id),
  );
  const trained = facts.people.flatMap(({ id, left }) => (left ? [] : (trainedSince(facts, id) ?? [])));
  const before = of('trained_before').filter(({ person_id }) => isHere(facts, person_id));
  return {
    invited_from: earliest(of('invited').map(({ day }) => day)),
    signed_from: earliest(of('signed').map(({ day }) => day)),
    training_from: earliest([...attended, ...before].map(({ day }) => day)),
    trained_from: earliest(trained),
    stage1_from: earliest(of('stage1').map(({ day }) => day)),
    suspended_from: earliest(of('suspended').flatMap(({ id, day }) => (lifted.has(id) ? [] : day))),
  };
}

/** Since when a person is trained, whether she is still there or not; null is not yet. */
export function trainedSince({ recorded, attended, courses }: Facts, person_id: number): string | null {
  const before = recorded.filter(
    fact => fact.kind === 'trained_before' && fact.person_id === person_id && !fact.withdrawn,
  );
  const hers = attended.filter(each => each.person_id === person_id && !each.withdrawn);
  return earliest([...before.map(({ day }) => day), ...trainedFrom(hers, courses)]);
}

/** Since when each step of the roll-out is reached, also when that is to come. */
export function stepsOf(from: RollOut): Record<Step, string | null> {
  const { trained_from, stage1_from } = from;
  const live = trained_from && stage1_from && !from.suspended_from;
  return {
    invited: from.invited_from,
    signed: from.signed_from,
    in_training: from.training_from,
    trained: trained_from,
    stage1: stage1_from,
    live: live ? latest([trained_from, stage1_from]) : null,
  };
}

/** How far a school has come on a day of its zone; null is not at all. */
export function stepOn(today: string, from: RollOut): Step | null {
  const reached = Object.entries(stepsOf(from)).filter(([, day]) => day !== null && day <= today);
  return (reached.at(-1)?.[0] as Step | undefined) ?? null;
}

/** What a school lacks on a day of its zone, in the order in which it is best supplied. */
export function lackingOn(today: string, from: RollOut, people: readonly PersonHere[]): Lacking[] {
  const here = people.filter(({ left }) => !left);
  const named = (role: string) => here.filter(({ roles }) => roles.includes(role)).length;
  const { trained, stage1, suspended } = standingOn(today, from);
  const lacks: Record<Lacking, boolean> = {
    lead: named('lead') === 0,
    security_contact: named('security_contact') === 0,
    technical_contact: named('technical_contact') === 0,
    back_up: named('technical_contact') === 1,
    invited: from.invited_from === null && !stage1,
    signed: from.signed_from === null,
    trained: !trained,
    stage1: !stage1,
    lifted: suspended,
  };
  return lacking.filter(what => lacks[what]);
}

const isHere = ({ people }: Facts, id: number | null) => people.some(each => each.id === id && !each.left);

const earliest = (days: readonly string[]): string | null => [...days].sort()[0] ?? null;
const latest = (days: readonly string[]): string | null => [...days].sort().at(-1) ?? null;
