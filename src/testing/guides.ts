import fc from 'fast-check';
import type { Guide } from '#guide/rules/guide.ts';
import { setGuide } from './set-guide.ts';
import { walk, type Given } from '#guide/rules/walking.ts';

/** Guides and walks for tests, of any shape that may be published. */

const said = (text: string) => ({ en: text, fr: text });
/** Any guide that leads somewhere: a question leads on to questions after it, or to an end. */
export const anyGuide: fc.Arbitrary<Guide> = fc
  .array(fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 12 })
  .map(shape => {
    const { variables, groups } = setGuide();
    const body = said('{answers_table}');
    const end = (id: string) => ({
      ...{ id, title: said(id), owner: 'SCHOOL' as const, seed: '', resolved: true, exception: false },
      ...{ advice: [said('Go on.')], ticket: { allow: 'no' as const } },
    });
    // Each question's first answer leads to the next one, so that every question is reached.
    const next = (at: number, skip: number, first: boolean) => {
      const to = first ? at + 1 : at + 1 + skip;
      return to < shape.length ? `Q${to}` : `O_${first ? 0 : skip % 2}`;
    };
    const questions = shape.map((answers, at) => ({
      ...{ id: `Q${at}`, group: 'A', who: 'secretary' as const, minutes: 1, offline_ok: true },
      ...{ question: said(`Question ${at}`), why: said('Because.'), howto: [said('Look.')] },
      answers: answers.map((skip, index) => ({
        id: `a${index}`,
        label: said(`Answer ${index}`),
        next: next(at, skip, index === 0),
      })),
    }));
    const reached = new Set(questions.flatMap(({ answers }) => answers.map(answer => answer.next)));
    const outcomes = ['O_0', 'O_1'].filter(id => reached.has(id)).map(end);
    return { start: 'Q0', groups: groups.slice(0, 1), questions, outcomes, variables, body, walks: [] };
  });

/** A walk that turns as it is told, to its end. */
export function anyWalk(guide: Guide, turns: Iterable<number>): Given {
  const given: [string, string][] = [];
  for (const turn of turns) {
    const { here } = walk(guide, given);
    if (!('question' in here)) break;
    const { id, answers } = here.question;
    given.push([id, answers[turn % answers.length]!.id]);
  }
  return given;
}
