import { filled, software, somebody } from '#accounts/rules/telling.ts';
import type { Lang, Words } from '#platform/schemas.ts';
import { sentenceOf as ofSchool, told_kinds } from '#schools/rules/told.ts';
import { sentenceOf as ofTicket, type StoryFacts } from '#tickets/rules/story.ts';
import type { About } from './abouts.ts';
import { kinds_about } from './audit.ts';

/** The sentences of the audit log. What a house says of its own deeds is said here in the same words. */

/** Deeds that no house tells in a story of its own; said after the name. */
const told: Record<string, Words> = {
  loaded: { en: 'had the ticket sent to a page or script', fr: 'a fait charger le billet' },
  opened: { en: 'looked at the ticket', fr: 'a consulté le billet' },
  file: { en: 'fetched a file of the ticket', fr: 'a téléchargé un fichier du billet' },
  password_reset: { en: 'gave {person} another password', fr: 'a donné à {person} un autre mot de passe' },
  token_made: { en: 'made a token', fr: 'a créé un jeton' },
  token_revoked: { en: 'revoked a token', fr: 'a révoqué un jeton' },
  exported: { en: 'exported a list of tickets', fr: 'a exporté une liste de billets' },
  rights_exported: { en: 'exported the register of rights', fr: 'a exporté le registre des droits' },
  exceptions_exported: { en: 'exported the exceptions', fr: 'a exporté les exceptions' },
  audit_exported: { en: 'exported the audit log', fr: 'a exporté le journal de vérification' },
  hours_set: { en: 'set the hours of {person}', fr: 'a fixé les heures de {person}' },
  team_rules_set: {
    en: 'set which tickets go to which team',
    fr: 'a fixé quels billets vont à quelle équipe',
  },
  tickets_taken_back: { en: 'took handed-over tickets back', fr: 'a repris des billets transmis' },
  opened_session: { en: 'signed in', fr: 's’est connecté' },
  wrong_password: { en: 'was refused: wrong password', fr: 'refusé : mauvais mot de passe' },
  wrong_key: { en: 'was refused: wrong second key', fr: 'refusé : mauvaise seconde clé' },
  shut: { en: 'was refused: the sign-in is closed', fr: 'refusé : l’accès est fermé' },
  key_added: { en: 'added a second key', fr: 'a ajouté une seconde clé' },
  key_removed: { en: 'took off a second key', fr: 'a retiré une seconde clé' },
  recovery_codes_made: { en: 'made new recovery codes', fr: 'a fait de nouveaux codes de secours' },
  invited: { en: 'invited somebody to the iGroup', fr: 'a invité une personne à l’iGroup' },
  invitation_used: { en: 'came in by an invitation', fr: 'est arrivé par une invitation' },
  sign_on_set: { en: 'set single sign-on', fr: 'a réglé l’authentification unique' },
  sign_on_bound: { en: 'bound a sign-in of the provider', fr: 'a lié un accès du fournisseur' },
  sign_on_unbound: { en: 'unbound a sign-in of the provider', fr: 'a délié un accès du fournisseur' },
  also_at_school: {
    en: 'noted that {person} is also at a school',
    fr: 'a noté que {person} est aussi dans une école',
  },
  no_more_at_school: {
    en: 'noted that {person} is at a school no more',
    fr: 'a noté que {person} n’est plus dans une école',
  },
  imported: { en: 'imported a file', fr: 'a importé un fichier' },
  emergency_reported: { en: 'reported through the emergency door', fr: 'a signalé par la porte d’urgence' },
  igroup_named: {
    en: 'named the group and the system that it supports',
    fr: 'a nommé le groupe et le système pris en charge',
  },
  igroup_numbered: {
    en: 'said whom one calls in an emergency',
    fr: 'a dit qui appeler en cas d’urgence',
  },
  how_fast_shown: {
    en: 'made public how fast the desk is',
    fr: 'a rendu publique la rapidité du bureau',
  },
  how_fast_hidden: {
    en: 'hid from the public how fast the desk is',
    fr: 'a retiré du public la rapidité du bureau',
  },
  desk_timed: { en: 'said when the desk works', fr: 'a dit quand le bureau travaille' },
  desk_days: { en: 'changed the desk’s own days', fr: 'a modifié les jours propres au bureau' },
  agreement_drafted: { en: 'began a version of the agreement', fr: 'a commencé une version de l’entente' },
  agreement_published: {
    en: 'published a version of the agreement',
    fr: 'a publié une version de l’entente',
  },
  agreement_dropped: { en: 'deleted a draft of the agreement', fr: 'a supprimé une ébauche de l’entente' },
  guide_begun: {
    en: 'began to write on the connectivity guide',
    fr: 'a commencé à modifier le guide de connexion',
  },
  guide_taken: {
    en: 'laid an earlier version of the connectivity guide into its draft',
    fr: 'a repris une version antérieure du guide de connexion dans l’ébauche',
  },
  guide_dropped: {
    en: 'dropped what was written on the connectivity guide',
    fr: 'a abandonné ce qui était écrit dans le guide de connexion',
  },
  network_published: {
    en: 'published the addresses that firewalls must allow',
    fr: 'a publié les adresses que les pare-feu doivent laisser passer',
  },
  hand_back_written: {
    en: 'wrote with what tickets are handed back (“{name}”)',
    fr: 'a écrit avec quoi les billets sont rendus (« {name} »)',
  },
  hand_back_restored: {
    en: 'took back what was written for handing back (“{name}”)',
    fr: 'a repris le texte écrit pour rendre des billets (« {name} »)',
  },
  guide_published: { en: 'published the connectivity guide', fr: 'a publié le guide de connexion' },
  article_begun: { en: 'began an article', fr: 'a commencé un article' },
  article_written: { en: 'changed an article', fr: 'a modifié un article' },
  article_proposed: { en: 'proposed an article', fr: 'a proposé un article' },
  article_returned: { en: 'returned an article to its writer', fr: 'a renvoyé un article à son auteur' },
  article_published: { en: 'published an article', fr: 'a publié un article' },
  article_archived: { en: 'archived an article', fr: 'a archivé un article' },
  article_restored: { en: 'brought an article back', fr: 'a ramené un article' },
  article_solved_it: { en: 'solved a problem by an article', fr: 'a réglé un problème avec un article' },
  status_written: { en: 'began the notice “{name}”', fr: 'a commencé l’avis « {name} »' },
  status_changed: { en: 'changed the notice “{name}”', fr: 'a modifié l’avis « {name} »' },
  status_published: { en: 'published the notice “{name}”', fr: 'a publié l’avis « {name} »' },
  status_dropped: { en: 'dropped the draft “{name}”', fr: 'a abandonné l’ébauche « {name} »' },
  status_told: { en: 'wrote an update on “{name}”', fr: 'a écrit du nouveau sur « {name} »' },
  status_taken_back: {
    en: 'took back an update on “{name}” before it was told',
    fr: 'a repris du nouveau sur « {name} » avant son annonce',
  },
  status_systems_set: {
    en: 'changed the list of systems that notices are about',
    fr: 'a modifié la liste des systèmes des avis',
  },
  me_too_said: { en: 'said “me too” to “{name}”', fr: 'a dit « moi aussi » à « {name} »' },
  me_too_taken_back: {
    en: 'took back “me too” to “{name}”',
    fr: 'a retiré « moi aussi » à « {name} »',
  },
  me_too_works: { en: 'said that “{name}” works again', fr: 'a dit que « {name} » fonctionne de nouveau' },
  me_too_still: {
    en: 'said that “{name}” still does not work',
    fr: 'a dit que « {name} » ne fonctionne toujours pas',
  },
  topic_asked: { en: 'asked the forum', fr: 'a demandé au forum' },
  topic_answered: { en: 'answered in the forum', fr: 'a répondu dans le forum' },
  topic_edited: { en: 'changed a text in the forum', fr: 'a modifié un texte du forum' },
  topic_me_too: { en: 'has a question of the forum too', fr: 'a aussi une question du forum' },
  topic_me_too_taken_back: {
    en: 'has a question of the forum no more',
    fr: 'n’a plus une question du forum',
  },
  topic_accepted: { en: 'accepted an answer in the forum', fr: 'a accepté une réponse du forum' },
  topic_unaccepted: {
    en: 'took back the acceptance of an answer in the forum',
    fr: 'a retiré l’acceptation d’une réponse du forum',
  },
  topic_consent_asked: {
    en: 'asked for consent to a ticket from the forum',
    fr: 'a demandé l’accord pour un billet tiré du forum',
  },
  topic_consented: {
    en: 'agreed to a ticket from the forum',
    fr: 'a accepté un billet tiré du forum',
  },
  topic_consent_refused: {
    en: 'refused a ticket from the forum',
    fr: 'a refusé un billet tiré du forum',
  },
  topic_reported: { en: 'reported a text of the forum', fr: 'a signalé un texte du forum' },
  topic_report_settled: {
    en: 'looked at a report in the forum',
    fr: 'a examiné un signalement du forum',
  },
  topic_moved: { en: 'moved a topic of the forum', fr: 'a déplacé un sujet du forum' },
  topic_locked: { en: 'locked a topic of the forum', fr: 'a verrouillé un sujet du forum' },
  topic_unlocked: { en: 'unlocked a topic of the forum', fr: 'a déverrouillé un sujet du forum' },
  topic_hidden: { en: 'hid a text of the forum', fr: 'a masqué un texte du forum' },
  topic_shown: { en: 'showed a text of the forum again', fr: 'a réaffiché un texte du forum' },
  topic_merged: { en: 'merged two topics of the forum', fr: 'a fusionné deux sujets du forum' },
  topic_parted: { en: 'took two topics of the forum apart', fr: 'a séparé deux sujets du forum' },
  topic_made_article: {
    en: 'made an article of a topic of the forum',
    fr: 'a fait un article d’un sujet du forum',
  },
  topic_made_ticket: {
    en: 'opened a ticket from the forum',
    fr: 'a ouvert un billet tiré du forum',
  },
  forum_named_school: {
    en: 'chose that the forum names the school alone',
    fr: 'a choisi que le forum nomme l’école seule',
  },
  forum_named_people: {
    en: 'chose that the forum names its people',
    fr: 'a choisi que le forum nomme ses gens',
  },
  forum_days_set: {
    en: 'set when unanswered topics come to the desk',
    fr: 'a fixé quand les sujets sans réponse arrivent au bureau',
  },
  article_not_solved: {
    en: 'took back that an article solved a problem',
    fr: 'a retiré qu’un article avait réglé un problème',
  },
  article_asked_after_all: {
    en: 'counted no more that an article solved a problem: a ticket asked the same',
    fr: 'ne compte plus qu’un article avait réglé un problème : un billet a demandé la même chose',
  },
  past_tickets_imported: {
    en: 'brought in solved tickets of another system',
    fr: 'a importé des billets réglés d’un autre système',
  },
  step_put_off: { en: 'put off a step of the set-up', fr: 'a reporté une étape de la mise en service' },
  step_taken_up: {
    en: 'took up a step of the set-up again',
    fr: 'a repris une étape de la mise en service',
  },
  set_up: { en: 'set the installation up', fr: 'a mis l’installation en service' },
};

const things: Record<string, Words> = {
  absence: { en: 'an absence', fr: 'une absence' },
  announcement: { en: 'an announcement', fr: 'une annonce' },
  course: { en: 'a course', fr: 'un cours' },
  invitation: { en: 'an invitation', fr: 'une invitation' },
  training: { en: 'a training', fr: 'une formation' },
  checklist: { en: 'a checklist', fr: 'une liste de contrôle' },
  field: { en: 'a field of tickets', fr: 'un champ des billets' },
  macro: { en: 'a macro', fr: 'une macro' },
  snippet: { en: 'a snippet', fr: 'un bloc de texte' },
  synonym: { en: 'words that mean the same', fr: 'des mots de même sens' },
  tag: { en: 'a tag', fr: 'une étiquette' },
  team: { en: 'a team', fr: 'une équipe' },
  template: { en: 'a template', fr: 'un modèle' },
  view: { en: 'a shared view', fr: 'une vue partagée' },
  wave: { en: 'a wave of schools', fr: 'une vague d’écoles' },
};
const deeds: Record<string, Words> = {
  added: { en: 'added', fr: 'a ajouté' },

  changed: { en: 'changed', fr: 'a modifié' },
  merged: { en: 'merged', fr: 'a réuni' },
  parted: { en: 'parted', fr: 'a séparé' },
  removed: { en: 'removed', fr: 'a retiré' },
  restored: { en: 'brought back', fr: 'a ramené' },
  written: { en: 'wrote', fr: 'a écrit' },
  withdrawn: { en: 'withdrew', fr: 'a retiré' },
};

/** `team_added`: what was done to what, in words, with its name where the line has it; undefined for other kinds. */
function composed(kind: string, facts: StoryFacts, lang: Lang): string | undefined {
  const [, thing = '', deed = ''] = /^(.+)_([a-z]+)$/.exec(kind) ?? [];
  const [what, done] = [things[thing], deeds[deed]];
  if (!what || !done) return undefined;
  const name = [facts['name'], facts['list']].flat().findLast(each => typeof each === 'string');
  return `${done[lang]} ${what[lang]}${name ? { en: ` “${name}”`, fr: ` « ${name} »` }[lang] : ''}`;
}

export interface Told {
  kind: string;
  facts: StoryFacts;
  /** Who did it; null is the software. */
  name: string | null;
  /** Whom the line is about. */
  person: string | null;
  of_ticket: boolean;
}

/** A line as one sentence; `on` says a day (YYYY-MM-DD) in words. A kind that has no words yet is shown as it is, so that nothing is left out. */
export function sentenceOf(
  { kind, facts, name, person, of_ticket }: Told,
  lang: Lang,
  on: (day: string) => string,
): string {
  const who = name ?? software[lang];
  if (of_ticket) return ofTicket(kind, facts, who, lang);
  const own =
    told[kind] &&
    filled(told[kind][lang], fact => (fact === 'name' ? String(facts['name']) : (person ?? somebody[lang])));
  const deed = own ?? composed(kind, facts, lang);
  if (deed) return `${who} ${deed}`;
  if (told_kinds.includes(kind)) return ofSchool({ kind, facts, name, person }, lang, on);
  return `${who}: ${kind.replaceAll('_', ' ')}`;
}

/** What a line of the story is about. */
export function aboutOf(kind: string, of_ticket: boolean): About {
  if (of_ticket) return 'tickets';
  const [about] =
    Object.entries(kinds_about).find(([, kinds]) => (kinds as readonly string[]).includes(kind)) ?? [];
  return (about as About | undefined) ?? 'settings';
}
