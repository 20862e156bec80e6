import { filled } from '#accounts/rules/telling.ts';
import type { Lang } from '#platform/schemas.ts';
import { dateWords, moment, type Seen } from '#sla/rules/moments.ts';
import { fieldChange } from './fields/story.ts';
import { told, told_to_school } from './told.ts';
import type { TicketWords } from './words/en.ts';
import { channel_names } from './opening/channels.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** A ticket's story in sentences: from an event's kind and facts. Values and ids only come in; words come out. */

export type StoryFacts = Record<string, unknown>;

const words: Record<Lang, TicketWords> = { en, fr };

/** One line of the story: "Maya Chen asked the school", with the reason where one was given. */
export function sentenceOf(kind: string, facts: StoryFacts, who: string, lang: Lang): string {
  return `${who} ${deedOf(kind, facts, lang)}${reasonOf(facts)}`;
}

const deedOf = (kind: string, facts: StoryFacts, lang: Lang): string =>
  filled(
    kind in told ? told[kind as keyof typeof told][lang] : kind,
    name => namedIn(facts, name === 'team' ? 'in_team' : name, lang) ?? '…',
  );

/** Who or what a deed names; a text of the desk's own may stand in both languages. */
function namedIn(facts: StoryFacts, name: string, lang: Lang): string | undefined {
  const value = (lang === 'fr' && facts[`${name}_fr`]) || facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** What a deed's sentence names: the facts that a list may tell of it, as they are short. */
export const namedFacts = (facts: StoryFacts): StoryFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([name]) =>
      /^(person|ticket|in_team|list|item|task|promise|step|days|hours)(_fr)?$/.test(name),
    ),
  );

const reasonOf = (facts: StoryFacts): string =>
  typeof facts['reason'] === 'string' ? ` (${facts['reason']})` : '';

/**
 * The same line as a school's person reads it: "Maya Chen asked you", "You answered". French says "vous avez" where
 * it says "a" of others, so every French deed of a school begins with "a" or "l’a".
 */
export function sentenceForSchool(
  { kind, facts }: { kind: string; facts: StoryFacts },
  { name, you }: { name: string; you: boolean },
  lang: Lang,
): string {
  const deed = told_to_school[kind]?.[lang] ?? deedOf(kind, facts, lang);
  const whole = you
    ? { en: `You ${deed}`, fr: `Vous ${deed.replace(/^(l’)?a /, '$1avez ')}` }[lang]
    : `${name} ${deed}`;
  return whole + reasonOf(facts);
}

const fields: Record<string, Record<Lang, string>> = {
  state: { en: 'State', fr: 'État' },
  assignee: { en: 'Who has it', fr: 'Responsable' },
  team: { en: 'Team', fr: 'Équipe' },
  way: { en: 'Chosen', fr: 'Choix' },
  category: { en: 'Category', fr: 'Catégorie' },
  impact: { en: 'Affected', fr: 'Touchés' },
  urgency: { en: 'Urgency', fr: 'Urgence' },
  priority: { en: 'Priority', fr: 'Priorité' },
  promised: { en: 'Promised', fr: 'Promis' },
  resolution_code: { en: 'How it was solved', fr: 'Comment c’est réglé' },
  date: { en: 'Planned for', fr: 'Planifié pour' },
  planned_for: { en: 'Planned for', fr: 'Planifié pour' },
  tags: { en: 'Tags', fr: 'Étiquettes' },
  minutes: { en: 'Minutes', fr: 'Minutes' },
  level2_reference: { en: 'Level 2’s reference', fr: 'Référence du niveau 2' },
  follows: { en: 'Follows', fr: 'Fait suite à' },
  channel: { en: 'How it came', fr: 'Comment il est arrivé' },
  gate: { en: 'At the gate', fr: 'À la porte' },
  caller: { en: 'Who asked', fr: 'Qui a demandé' },
  call_back: { en: 'Call back at', fr: 'Rappeler au' },
  due: { en: 'Due', fr: 'Pour le' },
  task_of: { en: 'Whose task', fr: 'Tâche de' },
  task_text: { en: 'Task', fr: 'Tâche' },
  snoozed_until: { en: 'Snoozed until', fr: 'En veille jusqu’à' },
  follower: { en: 'Follows it', fr: 'Suit le billet' },
  setting: { en: 'Setting', fr: 'Paramètre' },
  setting_area: { en: 'Area', fr: 'Domaine' },
  setting_was: { en: 'As it is now', fr: 'Tel qu’il est' },
  setting_becomes: { en: 'As it shall be', fr: 'Tel qu’il sera' },
  setting_scope: { en: 'Schools affected', fr: 'Écoles touchées' },
  setting_schools: { en: 'Named', fr: 'Nommées' },
  right_holder: { en: 'For', fr: 'Pour' },
  right_kind: { en: 'Right', fr: 'Droit' },
  right_schools: { en: 'At schools', fr: 'Dans les écoles' },
  right_from: { en: 'From', fr: 'À partir du' },
  right_until: { en: 'Until', fr: 'Jusqu’au' },
  right_why: { en: 'Why', fr: 'Pourquoi' },
  exception_topic: { en: 'Exception for', fr: 'Exception pour' },
  exception_until: { en: 'In force until', fr: 'En vigueur jusqu’au' },
  setting_told: { en: 'Words for schools', fr: 'Texte pour les écoles' },
};

const dates = new Set(['date', 'planned_for', 'due', 'right_from', 'right_until', 'exception_until']);

/** Who reads the story: a school reads the states as it knows them ("With us"). */
export interface Reader extends Seen {
  side: 'school' | 'desk';
}

/** What changed, each with the field's name and its values in words: from null where it was only set. */
export function changesOf(
  facts: StoryFacts,
  reader: Reader,
): { field: string; from: string | null; to: string | null }[] {
  const wordsOf = namesFor(reader);
  const shown = (name: string, value: unknown) =>
    typeof value === 'string' && dates.has(name)
      ? dateWords(value, reader)
      : typeof value === 'string' && name === 'snoozed_until' && value !== 'answer'
        ? moment(new Date(value), reader).words
        : valueWords(inWords(value, reader.lang), wordsOf[name]);
  return Object.entries(facts).flatMap(([name, value]) => {
    const custom = fieldChange(name, value, reader);
    if (custom) return [custom];
    const field = fields[name]?.[reader.lang];
    if (!field || value === null) return [];
    const [from, to] = (Array.isArray(value) ? value : [null, value]).map(each => shown(name, each));
    return from === to ? [] : [{ field, from: from ?? null, to: to ?? null }];
  });
}

/** What another house names comes with its words in both languages. */
const inWords = (value: unknown, lang: Lang): unknown =>
  typeof value === 'object' && value !== null && lang in value
    ? (value as Record<Lang, unknown>)[lang]
    : value;

function valueWords(given: unknown, names: Record<string, string> | undefined): string | null {
  if (given === null || given === undefined) return null;
  const value = typeof given === 'string' ? given : JSON.stringify(given);
  return names?.[value] ?? value;
}

const gates: Record<Lang, Record<string, string>> = {
  en: { coordinator: 'through the coordinator', emergency: 'through the emergency door' },
  fr: { coordinator: 'par la coordination', emergency: 'par la porte d’urgence' },
};

const ways: Record<Lang, Record<string, string>> = {
  en: { round_robin: 'by turn', least_loaded: 'by load' },
  fr: { round_robin: 'à tour de rôle', least_loaded: 'selon la charge' },
};

function namesFor({ lang, side }: Reader): Partial<Record<string, Record<string, string>>> {
  const { states, states_for_school, categories, impacts, urgencies, extents, resolution_codes } =
    words[lang];
  return {
    state: side === 'school' ? states_for_school : states,
    category: categories,
    impact: impacts,
    urgency: urgencies,
    promised: extents,
    resolution_code: resolution_codes,
    channel: Object.fromEntries(Object.entries(channel_names).map(([id, name]) => [id, name[lang]])),
    gate: gates[lang],
    way: ways[lang],
    snoozed_until: { answer: { en: 'the school answers', fr: 'la réponse de l’école' }[lang] },
  };
}
