import type { Lang } from '#platform/schemas.ts';
import { dateWords, type Seen } from '#sla/rules/moments.ts';
import type { Move } from './lifecycle.ts';
import type { TicketWords } from './words/en.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** A ticket's story in sentences: from an event's kind and facts. Values and ids only come in; words come out. */

export type StoryFacts = Record<string, unknown>;

const words: Record<Lang, TicketWords> = { en, fr };

type Told = Record<Lang, string>;

/** What somebody did, said after the name: the moves of the life cycle, and the deeds that are no move. */
type Deed =
  | 'opened'
  | 'replied'
  | 'noted'
  | 'assigned'
  | 'tagged'
  | 'changed'
  | 'inside'
  | 'undone'
  | 'taken_back'
  | 'note_taken_back'
  | 'person_added'
  | 'person_removed';
const told: Record<Move | Deed, Told> = {
  opened: { en: 'opened the ticket', fr: 'a ouvert le billet' },
  replied: { en: 'wrote a reply', fr: 'a écrit une réponse' },
  noted: { en: 'wrote a note', fr: 'a écrit une note' },
  assigned: { en: 'changed who has it', fr: 'a changé le responsable' },
  tagged: { en: 'changed its tags', fr: 'a changé ses étiquettes' },
  changed: { en: 'corrected the ticket', fr: 'a corrigé le billet' },
  inside: { en: 'added for the iGroup', fr: 'a ajouté pour l’iGroup' },
  undone: { en: 'undid the last step', fr: 'a annulé la dernière étape' },
  taken_back: {
    en: 'took back a message before it left',
    fr: 'a repris un message avant son départ',
  },
  note_taken_back: { en: 'took back a note', fr: 'a repris une note' },
  person_added: { en: 'added {person}', fr: 'a ajouté {person}' },
  person_removed: { en: 'took {person} off the ticket', fr: 'a retiré {person} du billet' },
  take: { en: 'took it', fr: 'l’a pris' },
  withdraw: { en: 'withdrew it', fr: 'l’a retiré' },
  ask_school: { en: 'asked the school', fr: 'a posé une question à l’école' },
  answer: { en: 'answered', fr: 'a répondu' },
  escalate: { en: 'passed it to Level 2', fr: 'l’a transmis au niveau 2' },
  level2_answered: { en: 'has Level 2’s answer', fr: 'a la réponse du niveau 2' },
  resolve: { en: 'solved it', fr: 'l’a réglé' },
  plan: { en: 'planned it for a date', fr: 'l’a planifié à une date' },
  resume: { en: 'went on with it', fr: 'l’a repris' },
  close_unanswered: { en: 'closed it without an answer', fr: 'l’a fermé sans réponse' },
  confirm: { en: 'confirmed that it is solved', fr: 'a confirmé que c’est réglé' },
  not_solved: { en: 'said that it is not solved', fr: 'a dit que ce n’est pas réglé' },
  reopen: { en: 'reopened it', fr: 'l’a rouvert' },
  void: { en: 'marked it as entered in error', fr: 'l’a marqué comme entré par erreur' },
  propose_escalation: { en: 'proposed it for Level 2', fr: 'l’a proposé au niveau 2' },
  restore: { en: 'brought it back', fr: 'l’a ramené' },
};

/** One line of the story: "Maya Chen asked the school", with the reason where one was given. */
export function sentenceOf(kind: string, facts: StoryFacts, who: string, lang: Lang): string {
  return `${who} ${deedOf(kind, facts, lang)}${reasonOf(facts)}`;
}

const deedOf = (kind: string, facts: StoryFacts, lang: Lang): string =>
  (kind in told ? told[kind as keyof typeof told][lang] : kind).replace(
    '{person}',
    // A function, since a name may hold what replace takes for a pattern.
    () => (typeof facts['person'] === 'string' ? facts['person'] : '…'),
  );

const reasonOf = (facts: StoryFacts): string =>
  typeof facts['reason'] === 'string' ? ` (${facts['reason']})` : '';

/** What a school is told in its own words: it does not know what the desk calls things. */
const told_to_school: Partial<Record<string, Told>> = {
  opened: { en: 'asked', fr: 'a posé la question' },
  replied: { en: 'wrote', fr: 'a écrit' },
  ask_school: { en: 'asked you', fr: 'vous a posé une question' },
  escalate: { en: 'passed it to the ministry’s desk', fr: 'l’a transmis au bureau du ministère' },
  level2_answered: { en: 'has the ministry’s answer', fr: 'a la réponse du ministère' },
};

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
  category: { en: 'Category', fr: 'Catégorie' },
  impact: { en: 'Affected', fr: 'Touchés' },
  urgency: { en: 'Urgency', fr: 'Urgence' },
  priority: { en: 'Priority', fr: 'Priorité' },
  resolution_code: { en: 'How it was solved', fr: 'Comment c’est réglé' },
  date: { en: 'Planned for', fr: 'Planifié pour' },
  planned_for: { en: 'Planned for', fr: 'Planifié pour' },
  tags: { en: 'Tags', fr: 'Étiquettes' },
  minutes: { en: 'Minutes', fr: 'Minutes' },
  level2_reference: { en: 'Level 2’s reference', fr: 'Référence du niveau 2' },
  follows: { en: 'Follows', fr: 'Fait suite à' },
};

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
    (name === 'date' || name === 'planned_for') && typeof value === 'string'
      ? dateWords(value, reader)
      : valueWords(value, wordsOf[name]);
  return Object.entries(facts).flatMap(([name, value]) => {
    const field = fields[name]?.[reader.lang];
    if (!field || value === null) return [];
    const [from, to] = (Array.isArray(value) ? value : [null, value]).map(each => shown(name, each));
    return from === to ? [] : [{ field, from: from ?? null, to: to ?? null }];
  });
}

function valueWords(given: unknown, names: Record<string, string> | undefined): string | null {
  if (given === null || given === undefined) return null;
  const value = typeof given === 'string' ? given : JSON.stringify(given);
  return names?.[value] ?? value;
}

function namesFor({ lang, side }: Reader): Partial<Record<string, Record<string, string>>> {
  const { states, states_for_school, categories, impacts, urgencies, resolution_codes } = words[lang];
  return {
    state: side === 'school' ? states_for_school : states,
    category: categories,
    impact: impacts,
    urgency: urgencies,
    resolution_code: resolution_codes,
  };
}
