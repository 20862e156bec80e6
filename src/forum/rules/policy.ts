import type { May } from '#accounts/rules/policy.ts';
import type { Person } from '#accounts/rules/who.ts';
import { worksAtDesk, writesArticles } from '#knowledge/rules/policy.ts';

/** Who keeps the forum in order: who works tickets, and the knowledge editor. */
export const keepsForum: May = writesArticles;

/** What decides what may be done with a topic or an answer. */
export interface TopicFacts {
  /** The reader asked it. */
  mine: boolean;
  locked: boolean;
  hidden: boolean;
  merged: boolean;
  answers: number;
  /** Whether a school asked, and what it said to a ticket of its own. */
  side: 'school' | 'desk';
  consent: 'asked' | 'given' | 'refused' | null;
  ticket: boolean;
  article: boolean;
}

export interface TopicCan {
  answer: boolean;
  edit: boolean;
  /** Choose the answer that solves it, and take that back. */
  accept: boolean;
  me_too: boolean;
  follow: boolean;
  report: boolean;
  /** Say whether the desk may open a ticket for her. */
  consent: boolean;
  move: boolean;
  merge: boolean;
  part: boolean;
  lock: boolean;
  hide: boolean;
  /** Make an article of it. */
  article: boolean;
  ask_consent: boolean;
  open_ticket: boolean;
}

/** What somebody may do with a topic as it stands. What is hidden or goes on in another one is the desk's to keep alone. */
export function topicCan(who: Person, topic: TopicFacts): TopicCan {
  const keeps = keepsForum(who);
  const there = !topic.hidden && !topic.merged;
  const open = there && !topic.locked;
  const works = worksAtDesk(who);
  return {
    answer: open,
    edit: there && (keeps || (open && topic.mine)),
    accept: there && (keeps || (open && topic.mine)) && topic.answers > 0,
    me_too: open && who.side === 'school' && !topic.mine,
    follow: there,
    report: there && !topic.mine,
    consent: there && topic.mine && topic.side === 'school' && !topic.ticket,
    move: keeps && there,
    merge: keeps && there,
    part: keeps && topic.merged && !topic.hidden,
    lock: keeps && there,
    hide: keeps && !topic.merged,
    article: keeps && there && topic.answers > 0 && !topic.article,
    ask_consent: works && there && topic.side === 'school' && !topic.ticket && topic.consent === null,
    open_ticket: works && there && !topic.ticket && topic.consent === 'given',
  };
}

export interface AnswerFacts {
  mine: boolean;
  hidden: boolean;
  /** What may be done with its topic. */
  topic: Pick<TopicFacts, 'hidden' | 'merged' | 'locked'>;
}

export interface AnswerCan {
  edit: boolean;
  report: boolean;
  hide: boolean;
}

export function answerCan(who: Person, { mine, hidden, topic }: AnswerFacts): AnswerCan {
  const keeps = keepsForum(who);
  const there = !topic.hidden && !topic.merged;
  return {
    edit: there && !hidden && (keeps || (mine && !topic.locked)),
    report: there && !hidden && !mine,
    hide: there && keeps,
  };
}
