import type { AnyGuide } from './guide.ts';
import { isHidden, walk, type Given } from './walking.ts';

/** What an outcome's ticket needs and the way to it did not ask: it is asked before the ticket is sent. */

/** Answers beside the way; null where she was asked and doesn't know. */
export type Beside = readonly (readonly [question: string, answer: string | null])[];

type QuestionOf<G extends AnyGuide> = G['questions'][number];
export interface Needed<G extends AnyGuide> {
  question: QuestionOf<G>;
  /** Null as long as it is not known. */
  answer: QuestionOf<G>['answers'][number] | null;
  /** She was asked, whether she knew it or not. */
  asked: boolean;
}

/** The needed questions that are not on this way, in the order of the outcome, each with what was said to it. */
export function neededBeside<G extends AnyGuide>(guide: G, given: Given, beside: Beside): Needed<G>[] {
  const { asked, here } = walk(guide, given);
  if (!('outcome' in here)) return [];
  const { allow, needs = [] } = here.outcome.ticket;
  if (allow === 'no' || allow === 'subscribe') return [];
  const on_the_way = new Set(asked.map(({ question }) => question.id));
  return [...new Set(needs)].flatMap(id => {
    const question: QuestionOf<G> | undefined = guide.questions.find(each => each.id === id);
    if (!question || on_the_way.has(id) || isHidden(guide, question)) return [];
    const said = beside.find(([name]) => name === id);
    const answer = question.answers.find(each => each.id === said?.[1]) ?? null;
    return [{ question, answer, asked: answer !== null || said?.[1] === null }];
  });
}

/** What counts of it on this way, as it is kept. */
export const countedBeside = (guide: AnyGuide, given: Given, beside: Beside): [string, string | null][] =>
  neededBeside(guide, given, beside)
    .filter(({ asked }) => asked)
    .map(({ question, answer }) => [question.id, answer?.id ?? null]);

/** Whether each is a question of this guide with one of its answers, or none. */
export const besideFits = (guide: AnyGuide, beside: Beside): boolean =>
  beside.every(([id, answer]) =>
    guide.questions.some(
      question =>
        question.id === id && (answer === null || question.answers.some(each => each.id === answer)),
    ),
  );
