import type { DeskRole } from '#accounts/rules/who.ts';
import type { Words } from '#platform/schemas.ts';
import { transitions, type Move } from './lifecycle.ts';

/** What is told to whom at the desk (the bell): which event concerns whom, and the sentence that says it. */

/** What a notice says beside who and where: how many tickets, and what happened, as a sentence that begins with who. */
interface Beside {
  count: number;
  what: Words;
}
type Says = (who: string, ticket: number, beside: Beside) => Words;

/** One row for each kind: how its notice is said, and what its switch is called. */
export const notice_kinds = {
  assigned: {
    says: (who, ticket) => ({
      en: `${who} gave you ${ticket}`,
      fr: `${who} vous a confié ${ticket}`,
    }),
    name: { en: 'A ticket is given to me', fr: 'On me confie un billet' },
  },
  taken_away: {
    says: (who, ticket) => ({
      en: `${who} took ${ticket} over from you`,
      fr: `${who} vous a retiré ${ticket}`,
    }),
    name: { en: 'A ticket of mine goes to somebody else', fr: 'Un de mes billets passe à quelqu’un d’autre' },
  },
  received: {
    says: (who, ticket, { count }) =>
      count === 1
        ? { en: `${who} handed you ${ticket}`, fr: `${who} vous a transmis ${ticket}` }
        : { en: `${who} handed you ${count} tickets`, fr: `${who} vous a transmis ${count} billets` },
    name: { en: 'Somebody hands tickets over to me', fr: 'On me transmet des billets' },
  },
  handed_on: {
    says: (who, ticket, { count }) =>
      count === 1
        ? { en: `${who} handed ${ticket} on from you`, fr: `${who} a transmis votre billet ${ticket}` }
        : {
            en: `${who} handed on ${count} of your tickets`,
            fr: `${who} a transmis ${count} de vos billets`,
          },
    name: { en: 'My tickets are handed over', fr: 'Mes billets sont transmis à d’autres' },
  },
  answered: {
    says: (who, ticket) => ({ en: `${who} answered ${ticket}`, fr: `${who} a répondu à ${ticket}` }),
    name: { en: 'A school writes on a ticket of mine', fr: 'Une école écrit dans un de mes billets' },
  },
  not_solved: {
    says: (who, ticket) => ({
      en: `${who} says that ${ticket} is not solved`,
      fr: `${who} dit que ${ticket} n’est pas réglé`,
    }),
    name: { en: 'A ticket of mine is open again', fr: 'Un de mes billets est rouvert' },
  },
  mentioned: {
    says: (who, ticket) => ({
      en: `${who} mentioned you in a note on ${ticket}`,
      fr: `${who} vous a mentionné dans une note sur ${ticket}`,
    }),
    name: { en: 'A note mentions me', fr: 'Une note me mentionne' },
  },
  stopped: {
    says: (_who, ticket) => ({
      en: `Your message on ${ticket} could not leave`,
      fr: `Votre message sur ${ticket} n’a pas pu partir`,
    }),
    name: { en: 'A message of mine could not leave', fr: 'Un de mes messages n’a pas pu partir' },
  },
  task_given: {
    says: (who, ticket) => ({
      en: `${who} gave you a task on ${ticket}`,
      fr: `${who} vous a confié une tâche dans ${ticket}`,
    }),
    name: { en: 'A task is given to me', fr: 'On me confie une tâche' },
  },
  task_due: {
    says: (_who, ticket) => ({
      en: `A task of yours on ${ticket} is due today`,
      fr: `Une de vos tâches dans ${ticket} est pour aujourd’hui`,
    }),
    name: { en: 'A task of mine is due', fr: 'Une de mes tâches arrive à échéance' },
  },
  snooze_over: {
    says: (_who, ticket) => ({
      en: `${ticket} is back from its snooze`,
      fr: `${ticket} revient de sa mise en veille`,
    }),
    name: { en: 'A ticket that I snoozed is back', fr: 'Un billet que j’ai mis en veille revient' },
  },
  late_soon: {
    says: (_who, ticket) => ({
      en: `A promised time on ${ticket} is running out`,
      fr: `Un délai promis pour ${ticket} s’écoule`,
    }),
    name: { en: 'A promised time is running out', fr: 'Un délai promis s’écoule' },
  },
  late: {
    says: (_who, ticket) => ({
      en: `${ticket} is late: its promised time is over`,
      fr: `${ticket} est en retard : le délai promis est passé`,
    }),
    name: { en: 'A promised time is over', fr: 'Un délai promis est passé' },
  },
  level2_quiet: {
    says: (_who, ticket) => ({
      en: `${ticket} is with Level 2, without an update for long`,
      fr: `${ticket} est au niveau 2, sans nouvelles depuis longtemps`,
    }),
    name: { en: 'Level 2 is silent on a ticket', fr: 'Le niveau 2 ne dit rien d’un billet' },
  },
  followed: {
    says: (_who, ticket, { what }) => ({
      en: `${what.en}: ${ticket}, which you follow`,
      fr: `${what.fr} : ${ticket}, que vous suivez`,
    }),
    name: {
      en: 'Something happens on a ticket that I follow',
      fr: 'Quelque chose arrive à un billet que je suis',
    },
  },
  request_changed: {
    says: (who, ticket) => ({
      en: `${who} changed what is asked for: ${ticket}`,
      fr: `${who} a modifié ce qui est demandé : ${ticket}`,
    }),
    name: {
      en: 'A request for rights that I have or prepared is changed',
      fr: 'Une demande de droits que j’ai ou que j’ai préparée est modifiée',
    },
  },
  configuration_waits: {
    says: (who, ticket) => ({
      en: `${who} asks for a change of configuration: ${ticket}`,
      fr: `${who} demande un changement de configuration : ${ticket}`,
    }),
    name: {
      en: 'A change of configuration waits for my approval',
      fr: 'Un changement de configuration attend mon approbation',
    },
  },
  configuration_decided: {
    says: (who, ticket) => ({
      en: `${who} decided your request ${ticket}`,
      fr: `${who} a tranché votre demande ${ticket}`,
    }),
    name: {
      en: 'A change of configuration that I asked for is decided',
      fr: 'Un changement de configuration que j’ai demandé est tranché',
    },
  },
  exception_waits: {
    says: (who, ticket) => ({
      en: `${who} asks for an exception: ${ticket}`,
      fr: `${who} demande une exception : ${ticket}`,
    }),
    name: { en: 'An exception waits for my decision', fr: 'Une exception attend ma décision' },
  },
  exception_ending: {
    says: (_who, ticket) => ({
      en: `The exception of ${ticket} ends soon`,
      fr: `L’exception de ${ticket} prend bientôt fin`,
    }),
    name: { en: 'An exception ends soon', fr: 'Une exception prend bientôt fin' },
  },
  exception_over: {
    says: (_who, ticket) => ({
      en: `The exception of ${ticket} is over`,
      fr: `L’exception de ${ticket} a pris fin`,
    }),
    name: { en: 'An exception is over', fr: 'Une exception a pris fin' },
  },
  /** Of no ticket: `what` is what the notice is called. */
  status_published: {
    says: (who, _ticket, { what }) => ({
      en: `${who} told the schools: “${what.en}”`,
      fr: `${who} a annoncé aux écoles : « ${what.fr} »`,
    }),
    name: {
      en: 'Schools are told of an incident, planned work or a known problem',
      fr: 'On annonce aux écoles un incident, des travaux ou un problème connu',
    },
  },
  // Of no ticket: its title stands beside it.
  topic_answered: {
    says: who => ({ en: `${who} answered in the forum`, fr: `${who} a répondu dans le forum` }),
    name: {
      en: 'Somebody answers a topic of the forum that I follow',
      fr: 'On répond à un sujet du forum que je suis',
    },
  },
  topic_mentioned: {
    says: who => ({
      en: `${who} mentioned you in the forum`,
      fr: `${who} vous a mentionné dans le forum`,
    }),
    name: { en: 'Somebody mentions me in the forum', fr: 'On me mentionne dans le forum' },
  },
  topic_waits: {
    says: () => ({
      en: 'Nobody has answered this question in the forum',
      fr: 'Personne n’a répondu à cette question du forum',
    }),
    name: {
      en: 'A question in the forum waits without an answer',
      fr: 'Une question du forum attend sans réponse',
    },
  },
  /** Of no ticket: `what` is the month. */
  statement_closed: {
    says: (_who, _ticket, { what }) => ({
      en: `The statement for ${what.en} is there`,
      fr: `Le relevé de ${what.fr} est arrivé`,
    }),
    name: {
      en: 'A month is over and its statement is there',
      fr: 'Un mois est fini et son relevé est arrivé',
    },
  },
  /** Of a version of the agreement: `what` is the day of its review. */
  agreement_hours: {
    says: (_who, version) => ({
      en: `Version ${version} of the agreement says other hours than the desk keeps now`,
      fr: `La version ${version} de l’entente dit d’autres heures que celles du bureau`,
    }),
    name: {
      en: 'The agreement says other hours than the desk keeps',
      fr: 'L’entente dit d’autres heures que celles du bureau',
    },
  },
  agreement_review_soon: {
    says: (_who, version, { what }) => ({
      en: `The review of the agreement, version ${version}, is due on ${what.en}`,
      fr: `La révision de l’entente, version ${version}, est prévue le ${what.fr}`,
    }),
    name: {
      en: 'The review of the agreement is due in 30 days',
      fr: 'La révision de l’entente est prévue dans 30 jours',
    },
  },
  agreement_review_due: {
    says: (_who, version, { what }) => ({
      en: `The day of the review of the agreement, version ${version}, has come: ${what.en}`,
      fr: `Le jour de la révision de l’entente, version ${version}, est venu : ${what.fr}`,
    }),
    name: {
      en: 'The day of the review of the agreement has come',
      fr: 'Le jour de la révision de l’entente est venu',
    },
  },
  /** Of no ticket either. */
  searches_in_vain: {
    says: () => ({
      en: 'What schools looked for last week and did not find',
      fr: 'Ce que les écoles ont cherché en vain la semaine dernière',
    }),
    name: {
      en: 'Schools looked for something and found no answer',
      fr: 'Des écoles ont cherché sans trouver de réponse',
    },
  },
} as const satisfies Record<string, { says: Says; name: Words }>;
export type NoticeKind = keyof typeof notice_kinds;
export const notice_kind_ids = Object.keys(notice_kinds) as [NoticeKind, ...NoticeKind[]];

/** The kinds whose sentence says how many. */
const counts_itself: ReadonlySet<NoticeKind> = new Set(['received', 'handed_on']);

/** A notice in a sentence; what many tickets at once made is told of the first of them, and of how many. */
export function saidOf(
  kind: NoticeKind,
  who: string,
  { number, ...beside }: Beside & { number: number },
): Words {
  const said: Words = notice_kinds[kind].says(who, number, beside);
  const { count } = beside;
  if (count === 1 || counts_itself.has(kind)) return said;
  return { en: `${said.en}, and ${count - 1} more`, fr: `${said.fr}, et ${count - 1} de plus` };
}

/** What happened, as far as it decides whom it concerns. */
export interface Happened {
  kind: string;
  /** Who did it; null is the software. */
  by: number | null;
  by_school: boolean;
  /** Who had the ticket before and after, where that changed. */
  handed?: [from: number | null, to: number | null] | undefined;
  /** Who has the ticket. */
  assignee: number | null;
  /** Whom the note that came with it mentions. */
  mentioned: readonly number[];
  /** Whom a deed on many tickets at once concerns. */
  person?: number | undefined;
  /** Whom a task was given to, who was put among the followers by it, or whose preparation it undid. */
  for: number | null;
  /** Who of the iGroup follows the ticket. */
  followers: readonly number[];
  /** Who looks after what time tells of it, beside who has it. */
  overseers?: readonly number[];
}

export interface Concern {
  person: number;
  kind: NoticeKind;
}

/** Which notices an event makes. Nobody is told of her own deeds, and nobody of one event twice. */
export function concernsOf(happened: Happened): Concern[] {
  const { by, handed, assignee, mentioned } = happened;
  const found: Concern[] = [];
  const tell = (person: number | null | undefined, kind: NoticeKind) => {
    if (person === null || person === undefined || person === by) return;
    if (!found.some(concern => concern.person === person)) found.push({ person, kind });
  };
  if (handed) {
    tell(handed[1], 'assigned');
    tell(handed[0], 'taken_away');
  }
  if (opensAgain(happened.kind)) tell(assignee, 'not_solved');
  else if (happened.by_school && speaks.has(happened.kind)) tell(assignee, 'answered');
  if (isTimely(happened.kind))
    for (const person of [assignee, ...(happened.overseers ?? [])]) tell(person, happened.kind);
  if (happened.kind === 'tickets_received') tell(happened.person, 'received');
  if (hands_on.has(happened.kind)) tell(happened.person, 'handed_on');
  if (happened.kind === 'rights_edited')
    for (const person of [assignee, happened.for]) tell(person, 'request_changed');
  for (const person of mentioned) tell(person, 'mentioned');
  if (gives_task.has(happened.kind)) tell(happened.for, 'task_given');
  if (happened.kind === 'follower_added') tell(happened.for, 'followed');
  if (!unheard.has(happened.kind)) for (const person of happened.followers) tell(person, 'followed');
  return found;
}

/** What takes many tickets at once from somebody. */
const hands_on = new Set(['tickets_handed_on', 'tickets_taken_back']);
const gives_task = new Set(['task_added', 'task_changed']);

/** What the desk does for itself: it does not ring for those who follow. */
const unheard = new Set([
  'inside',
  'tagged',
  'fields',
  'linked',
  'unlinked',
  'put_under',
  'took_in',
  'team_given',
  'routed_to_team',
  'stayed_with_team',
  'checklist_added',
  'checklist_changed',
  'item_added',
  'item_ticked',
  'item_unticked',
  'item_removed',
  'gathered',
  'parted',
  'exception_spent',
  'exception_counts',
  'exception_counts_no_more',
  'follower_added',
  'follower_removed',
  'followed',
  'unfollowed',
  'snoozed',
  'snooze_ended',
  'late_soon',
  'level2_quiet',
  'reminded',
]);

/** What time tells, and of whom it is told beside who has the ticket; with `alone` only where nobody has it. */
export const timely = {
  late_soon: { role: 'coordinator', alone: false },
  late: { role: 'coordinator', alone: false },
  level2_quiet: { role: 'level2_contact', alone: true },
} as const satisfies Partial<Record<NoticeKind, { role: DeskRole; alone: boolean }>>;
export const isTimely = (kind: string): kind is keyof typeof timely => Object.hasOwn(timely, kind);

const opensAgain = (kind: string) => kind === 'not_solved' || kind === 'reopen';

/** The deeds by which a school says something. */
const speaks = new Set<string>(['replied', 'answer'] satisfies ('replied' | Move)[]);

/** All by which it says something that may need an answer: what was put away comes back by it. */
export const answering: readonly string[] = [...speaks, 'not_solved', 'reopen'];

const asksForNote = ({ requires }: { requires: readonly string[] }) =>
  requires.includes('note') || requires.includes('pack');

/** The deeds that a note may come with: a note by itself, a ticket's opening, the moves that ask for one. */
export const noting: readonly string[] = [
  'noted',
  'opened',
  'opened_for',
  'resolve', // inside, its answer is a note
  ...new Set(transitions.filter(asksForNote).map(({ move }) => move)),
];
