import type { Words } from '#platform/schemas.ts';
import { Guide } from '../guide.ts';
import english from './connectivity.json' with { type: 'json' };
import french from './french.json' with { type: 'json' };

/**
 * The guide that an installation begins with: the design in English, and its texts in French. What an installation has
 * kept as its version 1 stays as it was, whatever changes here.
 */
export function firstGuide(): Guide {
  const { start, groups, nodes, outcomes, walks, body_template, variables } = english;
  return Guide.parse({
    start,
    groups: groups.map(({ id, title }) => ({ id, title: both(title, of(french.groups)[id]) })),
    questions: nodes.map(({ question, why, howto, answers, ...more }) => {
      const said = of<(typeof french.questions)['C01']>(french.questions as never)[more.id];
      const records = of(said?.records as never);
      return {
        ...more,
        question: both(question, said?.question),
        why: both(why, said?.why),
        howto: howto.map((step, at) => both(step, said?.howto[at])),
        answers: (answers as { id: string; label: string; next: string; record?: string }[]).map(
          ({ label, record, ...answer }) => ({
            ...answer,
            label: both(label, of(said?.answers as never)[answer.id]),
            ...(record && { record: both(record, records[answer.id]) }),
          }),
        ),
      };
    }),
    outcomes: outcomes.map(({ title, advice, ticket, ...more }) => {
      const said = of<{ title: string; advice: string[]; subject?: string }>(french.outcomes)[more.id];
      const { subject, ...asks } = ticket as { subject?: string };
      return {
        ...more,
        title: both(title, said?.title),
        advice: advice.map((step, at) => both(step, said?.advice[at])),
        ticket: { ...asks, ...(subject && { subject: both(subject, said?.subject) }) },
      };
    }),
    walks: walks.map(({ name, ...more }) => ({ ...more, name: both(name, of(french.walks)[name]) })),
    variables: { ...variables, SIS_URL: '', SIS_HOST: '', MEASURED_SITES: [] },
    body: both(body_template, french.body),
  });
}

const of = <T = string>(named: Record<string, T> | undefined): Record<string, T | undefined> => named ?? {};
/** Where the French is missing it is empty, which the checks tell. */
const both = (en: string, fr: string | undefined): Words => ({ en, fr: fr ?? '' });
