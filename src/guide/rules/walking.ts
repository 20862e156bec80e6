import type { AnyGuide } from './guide.ts';

/** Walking the guide: the state is the answers so far, and everything else follows from them. */

/** Question and answer, in the order in which they were given. */
export type Given = readonly (readonly [question: string, answer: string])[];

type QuestionOf<G extends AnyGuide> = G['questions'][number];
type OutcomeOf<G extends AnyGuide> = G['outcomes'][number];
export type Place<G extends AnyGuide> = { question: QuestionOf<G> } | { outcome: OutcomeOf<G> };

export interface Walked<G extends AnyGuide> {
  /** What was answered, as far as it fits. */
  asked: { question: QuestionOf<G>; answer: QuestionOf<G>['answers'][number] }[];
  /** Where that leads: what is asked next, or how it ends. */
  here: Place<G>;
  /** How long the answered questions take, by the guide. */
  minutes: number;
}

/** Walks from the start as far as the answers fit; what comes after one that doesn't is left out. */
export function walk<G extends AnyGuide>(guide: G, given: Given): Walked<G> {
  const asked: Walked<G>['asked'] = [];
  let here = placeAt(guide, guide.start);
  for (const [question, id] of given) {
    if (!('question' in here) || here.question.id !== question) break;
    const answer = here.question.answers.find(each => each.id === id);
    if (!answer) break;
    asked.push({ question: here.question, answer });
    here = placeAt(guide, answer.next);
  }
  const minutes = asked.reduce((sum, { question }) => sum + question.minutes, 0);
  return { asked, here, minutes };
}

/** Whether these answers are a walk of this guide, to its end or to a question of it. */
export const fits = (guide: AnyGuide, given: Given): boolean =>
  walk(guide, given).asked.length === given.length;

/** The question or outcome of this name; a question that isn't asked here leads on. Throws where a guide leads nowhere. */
export function placeAt<G extends AnyGuide>(guide: G, id: string): Place<G> {
  for (
    let at: string | undefined = id, steps = 0;
    at !== undefined && steps < guide.questions.length;
    steps++
  ) {
    const question: QuestionOf<G> | undefined = guide.questions.find(each => each.id === at);
    if (!question) break;
    if (!isHidden(guide, question)) return { question };
    at = id = question.else_next ?? '';
  }
  const outcome = guide.outcomes.find(each => each.id === id);
  if (!outcome) throw new Error(`The guide leads to ${id}, which is nothing.`);
  return { outcome };
}

/** A question is hidden where the variable that it depends on is not true. */
export const isHidden = ({ variables }: AnyGuide, { when }: { when?: string | undefined }): boolean =>
  when !== undefined && variables[when as keyof typeof variables] !== true;

/** The shortest and longest number of questions that may still come from here. */
export function stillToCome(guide: AnyGuide, given: Given): { least: number; most: number } {
  const known = new Map<string, { least: number; most: number }>();
  const from = (place: Place<AnyGuide>): { least: number; most: number } => {
    if ('outcome' in place) return { least: 0, most: 0 };
    const before = known.get(place.question.id);
    if (before) return before;
    const ways = place.question.answers.map(({ next }) => from(placeAt(guide, next)));
    const found = {
      least: 1 + Math.min(...ways.map(way => way.least)),
      most: 1 + Math.max(...ways.map(way => way.most)),
    };
    known.set(place.question.id, found);
    return found;
  };
  return from(walk(guide, given).here);
}
