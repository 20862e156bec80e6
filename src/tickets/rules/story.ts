import type { Lang } from '#platform/schemas.ts';
import { dateWords, moment, type Seen } from '#sla/rules/moments.ts';
import { fieldChange } from './fields/story.ts';
import type { Move } from './lifecycle.ts';
import type { TicketWords } from './words/en.ts';
import { channel_names } from './opening/channels.ts';
import { en } from './words/en.ts';
import { fr } from './words/fr.ts';

/** A ticket's story in sentences: from an event's kind and facts. Values and ids only come in; words come out. */

export type StoryFacts = Record<string, unknown>;

const words: Record<Lang, TicketWords> = { en, fr };

type Told = Record<Lang, string>;

/** What somebody did, said after the name: the moves of the life cycle, and the deeds that are no move. */
type Deed =
  | 'opened'
  | 'opened_for'
  | 'continued'
  | 'reply_edited'
  | 'note_edited'
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
  | 'person_removed'
  | 'fields'
  | 'team_given'
  | 'routed_to_team'
  | 'given_by_turn'
  | 'given_by_load'
  | 'stayed_with_team'
  | 'handed_over'
  | 'checklist_added'
  | 'checklist_changed'
  | 'item_added'
  | 'item_ticked'
  | 'item_unticked'
  | 'item_removed'
  | 'task_added'
  | 'task_taken'
  | 'task_changed'
  | 'task_done'
  | 'task_reopened'
  | 'task_dropped'
  | 'followed'
  | 'unfollowed'
  | 'follower_added'
  | 'follower_removed'
  | 'snoozed'
  | 'snooze_ended'
  | JoiningDeed;
type JoiningDeed =
  | 'linked'
  | 'unlinked'
  | 'put_under'
  | 'took_in'
  | 'merged'
  | 'merged_into'
  | 'unmerged'
  | 'unmerged_from'
  | 'split_into'
  | 'split_from'
  | 'unsplit';
const told: Record<Move | Deed, Told> = {
  opened: { en: 'opened the ticket', fr: 'a ouvert le billet' },
  opened_for: { en: 'opened the ticket for {person}', fr: 'a ouvert le billet pour {person}' },
  continued: {
    en: 'opened {ticket} for the school from it',
    fr: 'a ouvert {ticket} pour l’école à partir de celui-ci',
  },
  reply_edited: { en: 'edited a message', fr: 'a modifié un message' },
  note_edited: { en: 'edited a note', fr: 'a modifié une note' },
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
  fields: { en: 'corrected the form', fr: 'a corrigé le formulaire' },
  person_added: { en: 'added {person}', fr: 'a ajouté {person}' },
  person_removed: { en: 'took {person} off the ticket', fr: 'a retiré {person} du billet' },
  team_given: { en: 'changed its team', fr: 'a changé son équipe' },
  routed_to_team: { en: 'gave it to the team {team}', fr: 'l’a confié à l’équipe {team}' },
  given_by_turn: {
    en: 'gave it to {person} by turn in {team}',
    fr: 'l’a confié à {person} à tour de rôle dans {team}',
  },
  given_by_load: {
    en: 'gave it to {person}, who has the fewest in {team}',
    fr: 'l’a confié à {person}, qui en a le moins dans {team}',
  },
  stayed_with_team: {
    en: 'left it with the team {team}, where nobody is there now',
    fr: 'l’a laissé à l’équipe {team}, où personne n’est présent',
  },
  handed_over: { en: 'handed it over', fr: 'l’a transmis' },
  checklist_added: { en: 'added the checklist “{list}”', fr: 'a ajouté la liste « {list} »' },
  checklist_changed: {
    en: 'changed the checklist with the category',
    fr: 'a changé la liste de contrôle avec la catégorie',
  },
  item_added: { en: 'put “{item}” on the checklist', fr: 'a mis « {item} » à la liste' },
  item_ticked: { en: 'ticked “{item}”', fr: 'a coché « {item} »' },
  item_unticked: { en: 'unticked “{item}”', fr: 'a décoché « {item} »' },
  item_removed: { en: 'took “{item}” off the checklist', fr: 'a retiré « {item} » de la liste' },
  task_added: { en: 'gave {person} the task “{task}”', fr: 'a confié à {person} la tâche « {task} »' },
  task_taken: { en: 'took on the task “{task}”', fr: 'a pris la tâche « {task} »' },
  task_changed: { en: 'changed the task “{task}”', fr: 'a changé la tâche « {task} »' },
  task_done: { en: 'did the task “{task}”', fr: 'a fait la tâche « {task} »' },
  task_reopened: { en: 'opened the task “{task}” again', fr: 'a rouvert la tâche « {task} »' },
  task_dropped: { en: 'dropped the task “{task}”', fr: 'a abandonné la tâche « {task} »' },
  followed: { en: 'follows it', fr: 'suit le billet' },
  unfollowed: { en: 'no longer follows it', fr: 'ne suit plus le billet' },
  follower_added: { en: 'asked {person} to follow it', fr: 'a demandé à {person} de suivre le billet' },
  follower_removed: { en: 'took {person} off the followers', fr: 'a retiré {person} des suiveurs' },
  snoozed: { en: 'snoozed it', fr: 'l’a mis en veille' },
  snooze_ended: { en: 'ended the snooze', fr: 'a mis fin à la veille' },
  linked: { en: 'linked it with {ticket}', fr: 'l’a lié à {ticket}' },
  unlinked: { en: 'took away the link with {ticket}', fr: 'a retiré le lien avec {ticket}' },
  put_under: { en: 'put it under {ticket}', fr: 'l’a mis sous {ticket}' },
  took_in: { en: 'put {ticket} under it', fr: 'a mis {ticket} dessous' },
  merged: { en: 'merged {ticket} into it', fr: 'a réuni {ticket} à celui-ci' },
  merged_into: { en: 'merged it into {ticket}', fr: 'l’a réuni à {ticket}' },
  unmerged: { en: 'parted {ticket} from it again', fr: 'a de nouveau séparé {ticket} de celui-ci' },
  unmerged_from: { en: 'parted it from {ticket} again', fr: 'l’a de nouveau séparé de {ticket}' },
  split_into: { en: 'went on with part of it in {ticket}', fr: 'a poursuivi une partie dans {ticket}' },
  split_from: { en: 'took it from {ticket}', fr: 'l’a tiré de {ticket}' },
  unsplit: { en: 'undid the split with {ticket}', fr: 'a annulé la scission avec {ticket}' },
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

/** Names come in by a function, since one may hold what replace takes for a pattern. */
const deedOf = (kind: string, facts: StoryFacts, lang: Lang): string =>
  (kind in told ? told[kind as keyof typeof told][lang] : kind).replace(
    /\{(\w+)\}/g,
    (_, name: string) => namedIn(facts, name === 'team' ? 'in_team' : name, lang) ?? '…',
  );

/** Who or what a deed names; a text of the desk's own may stand in both languages. */
function namedIn(facts: StoryFacts, name: string, lang: Lang): string | undefined {
  const value = (lang === 'fr' && facts[`${name}_fr`]) || facts[name];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

/** What a deed's sentence names: the facts that a list may tell of it, as they are short. */
export const namedFacts = (facts: StoryFacts): StoryFacts =>
  Object.fromEntries(
    Object.entries(facts).filter(([name]) => /^(person|ticket|in_team|list|item|task)(_fr)?$/.test(name)),
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
  team: { en: 'Team', fr: 'Équipe' },
  way: { en: 'Chosen', fr: 'Choix' },
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
  channel: { en: 'How it came', fr: 'Comment il est arrivé' },
  caller: { en: 'Who asked', fr: 'Qui a demandé' },
  call_back: { en: 'Call back at', fr: 'Rappeler au' },
  due: { en: 'Due', fr: 'Pour le' },
  task_of: { en: 'Whose task', fr: 'Tâche de' },
  task_text: { en: 'Task', fr: 'Tâche' },
  snoozed_until: { en: 'Until', fr: 'Jusqu’à' },
};

const dates = new Set(['date', 'planned_for', 'due']);

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
      : typeof value === 'string' && name === 'snoozed_until'
        ? moment(new Date(value), reader).words
        : valueWords(value, wordsOf[name]);
  return Object.entries(facts).flatMap(([name, value]) => {
    const custom = fieldChange(name, value, reader);
    if (custom) return [custom];
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

const ways: Record<Lang, Record<string, string>> = {
  en: { round_robin: 'by turn', least_loaded: 'by load' },
  fr: { round_robin: 'à tour de rôle', least_loaded: 'selon la charge' },
};

function namesFor({ lang, side }: Reader): Partial<Record<string, Record<string, string>>> {
  const { states, states_for_school, categories, impacts, urgencies, resolution_codes } = words[lang];
  return {
    state: side === 'school' ? states_for_school : states,
    category: categories,
    impact: impacts,
    urgency: urgencies,
    resolution_code: resolution_codes,
    channel: Object.fromEntries(Object.entries(channel_names).map(([id, name]) => [id, name[lang]])),
    way: ways[lang],
  };
}
