import type { Words } from '#platform/schemas.ts';
import { transitions, type Move } from './lifecycle.ts';

/** What is told to whom at the desk (the bell): which event concerns whom, and the sentence that says it. */

/** One row for each kind: how its notice is said, and what its switch is called. */
export const notice_kinds = {
  assigned: {
    says: (who: string, ticket: number): Words => ({
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
} as const satisfies Record<string, { says: (who: string, ticket: number) => Words; name: Words }>;
export type NoticeKind = keyof typeof notice_kinds;
export const notice_kind_ids = Object.keys(notice_kinds) as [NoticeKind, ...NoticeKind[]];

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
  for (const person of mentioned) tell(person, 'mentioned');
  return found;
}

const opensAgain = (kind: string) => kind === 'not_solved' || kind === 'reopen';

/** The deeds by which a school says something. */
const speaks = new Set<string>(['replied', 'answer'] satisfies ('replied' | Move)[]);

const asksForNote = ({ requires }: { requires: readonly string[] }) =>
  requires.includes('note') || requires.includes('pack');

/** The deeds that a note may come with: a note by itself, and the moves that ask for one. */
export const noting: readonly string[] = [
  'noted',
  ...new Set(transitions.filter(asksForNote).map(({ move }) => move)),
];
