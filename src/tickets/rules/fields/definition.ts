import type { Words } from '#platform/schemas.ts';
import type { Choice, FieldRules } from './field.ts';

/** Whether a field's definition can be: asked when it is saved. Each fault names the part of the form it is about. */

export interface DefinitionFault {
  part: 'choices' | 'bounds' | 'condition';
  sentence: Words;
}

/** A field as it is defined, with its name for the sentences. */
export interface Defined extends FieldRules {
  name: Words;
  choices: readonly Choice[];
}

/** The field as it would be, among all the others that there are. */
export function checkDefinition(field: Defined, others: readonly Defined[]): DefinitionFault | undefined {
  return (
    checkChoices(field) ?? checkBounds(field) ?? checkCondition(field, others) ?? checkAbove(field, others)
  );
}

function checkChoices({ kind, choices }: Defined): DefinitionFault | undefined {
  if (kind !== 'choice') return undefined;
  const offered = choices.filter(({ removed }) => !removed);
  if (offered.length < 2) return { part: 'choices', sentence: says.choices };
  for (const lang of ['en', 'fr'] as const)
    if (new Set(offered.map(choice => choice[lang].toLowerCase())).size < offered.length)
      return { part: 'choices', sentence: says.twice };
  return undefined;
}

function checkBounds({ bounds: { least, most, earliest, latest } }: Defined): DefinitionFault | undefined {
  const crossed = (low?: number, high?: number) => low !== undefined && high !== undefined && low > high;
  return crossed(least, most) || crossed(earliest, latest)
    ? { part: 'bounds', sentence: says.bounds }
    : undefined;
}

function checkCondition(field: Defined, others: readonly Defined[]): DefinitionFault | undefined {
  const { condition } = field;
  if (!condition) return undefined;
  const fault = (sentence: Words): DefinitionFault => ({ part: 'condition', sentence });
  if (condition.answers.length === 0) return fault(says.no_answer);
  if (typeof condition.on === 'string') return undefined;
  if (condition.on === field.id) return fault(says.itself);
  const above = others.find(({ id }) => id === condition.on);
  if (!above) return fault(says.gone);
  if (above.kind !== 'choice' && above.kind !== 'checkbox') return fault(says.not_by(above.name));
  if (condition.answers.some(answer => !answersOf(above).includes(answer))) return fault(says.answers);
  if (field.for_school && !above.for_school) return fault(says.inside(above.name));
  const round = circle(field, others);
  return round ? fault(says.circle(round)) : undefined;
}

/** What others depend on must stay what they depend on. */
function checkAbove(field: Defined, others: readonly Defined[]): DefinitionFault | undefined {
  const below = others.filter(({ condition }) => condition?.on === field.id);
  const hidden = field.for_school ? undefined : below.find(({ for_school }) => for_school);
  if (hidden) return { part: 'condition', sentence: says.inside_below(hidden.name) };
  const lost = below.find(({ condition }) =>
    condition!.answers.some(answer => !answersOf(field).includes(answer)),
  );
  return lost && { part: 'choices', sentence: says.answer_below(lost.name) };
}

/** The answers that a condition may name. */
export const answersOf = ({ kind, choices }: Pick<FieldRules, 'kind' | 'choices'>): string[] =>
  kind === 'checkbox' ? ['yes', 'no'] : choices.filter(({ removed }) => !removed).map(({ id }) => id);

/** The field on which following the conditions comes back, or undefined. */
function circle(field: Defined, others: readonly Defined[]): Words | undefined {
  const known = new Map(others.map(other => [other.id, other]));
  const seen = new Set([field.id]);
  let at = field.condition?.on;
  let last: Defined = field;
  while (typeof at === 'number') {
    if (seen.has(at)) return last.name;
    seen.add(at);
    const next = known.get(at);
    if (!next) return undefined;
    last = next;
    at = next.condition?.on;
  }
  return undefined;
}

const says = {
  choices: { en: 'Give at least two answers.', fr: 'Donnez au moins deux réponses.' },
  twice: { en: 'Two answers have the same words.', fr: 'Deux réponses ont les mêmes mots.' },
  bounds: {
    en: 'The lower bound is above the upper one.',
    fr: 'La limite inférieure dépasse la limite supérieure.',
  },
  no_answer: {
    en: 'Choose at least one answer by which it is shown.',
    fr: 'Choisissez au moins une réponse qui l’affiche.',
  },
  itself: {
    en: 'A field cannot be shown by its own answer.',
    fr: 'Un champ ne peut pas dépendre de sa propre réponse.',
  },
  gone: { en: 'The field that shows it is gone.', fr: 'Le champ dont il dépend n’existe plus.' },
  answers: {
    en: 'One of these answers does not exist any more.',
    fr: 'Une de ces réponses n’existe plus.',
  },
  not_by: ({ en, fr }: Words): Words => ({
    en: `Only choices and checkboxes can show another field; “${en}” is neither.`,
    fr: `Seuls un choix ou une case à cocher peuvent afficher un autre champ; « ${fr} » n’est ni l’un ni l’autre.`,
  }),
  inside: ({ en, fr }: Words): Words => ({
    en: `The school does not see “${en}”, so it cannot show a field to the school.`,
    fr: `L’école ne voit pas « ${fr} »; ce champ ne peut donc pas en afficher un à l’école.`,
  }),
  inside_below: ({ en, fr }: Words): Words => ({
    en: `“${en}” is shown to the school by this field, so the school must see this one too.`,
    fr: `« ${fr} » est affiché à l’école par ce champ; l’école doit donc voir celui-ci aussi.`,
  }),
  answer_below: ({ en, fr }: Words): Words => ({
    en: `“${en}” is shown by an answer that would be gone. Change that field first.`,
    fr: `« ${fr} » est affiché par une réponse qui disparaîtrait. Modifiez d’abord ce champ.`,
  }),
  circle: ({ en, fr }: Words): Words => ({
    en: `These conditions go round in a circle: “${en}” already depends on this field.`,
    fr: `Ces conditions tournent en rond : « ${fr} » dépend déjà de ce champ.`,
  }),
};
