import type { Guide, Question } from '../../../rules/guide.ts';
import type { Measured } from '../../../rules/measuring/measured.ts';
import { pickedFor } from '../../../rules/measuring/picking.ts';
import { walk, type Given } from '../../../rules/walking.ts';
import type { Sight } from './line.ts';
import type { Scenario } from './scenarios.ts';

/**
 * The fixed secretary: she answers what she sees on her screen, what a telephone on mobile data, another school and her
 * internet company tell her, and takes what was measured where she can't see it herself. She knows nothing of the fault.
 */

export interface Seen {
  sis: Sight;
  sites: Sight[];
  desk: Sight;
  /** On a telephone, past the school's network. */
  phone: Sight;
}

type Answers = Record<string, (seen: Seen, about: Scenario, picked: string | null) => string>;

const opens = (sight: Sight) => sight === 'page' || sight === 'slow' || sight === 'altered';
const count = ({ sites }: Seen) => sites.filter(opens).length;

const symptom = (seen: Seen, { suffers, ahead_hours }: Scenario): string => {
  if (count(seen) === 0 && !opens(seen.sis)) return 'no_web';
  if (!opens(seen.sis) || ahead_hours) return 'no_sis';
  if (suffers) return 'broken';
  if (!opens(seen.desk) && seen.sites.every(site => site === 'page')) return 'helpdesk';
  return 'slow';
};

const answers: Answers = {
  C01: ({ desk }) => (opens(desk) ? 'none' : 'no_page'),
  C02: (seen, about) => symptom(seen, about),
  C03: (_, { agent, ahead_hours }) => (agent || ahead_hours ? 'one' : 'many'),
  C04: () => 'no',
  C05: () => 'connected',
  C06: () => 'yes',
  C07: seen => (['none', 'one', 'both'] as const)[count(seen)]!,
  C08: () => 'no',
  C09: () => 'same',
  C10: (_, { company }) => company ?? 'line_ok',
  C11: ({ sis }, { ahead_hours }) =>
    ahead_hours
      ? 'certificate'
      : sis === 'page' || sis === 'slow'
        ? 'login'
        : sis === 'altered'
          ? 'blank'
          : sis,
  C12: () => 'broken',
  C13: ({ phone }) => (opens(phone) ? 'yes' : 'no'),
  C14: ({ sis }) => (sis === 'not_found' ? 'not_found' : 'found'),
  C15: () => 'no',
  C16: ({ sis }) => (opens(sis) || sis === 'server_error' ? 'open' : 'closed'),
  C17P: ({ phone }) => (opens(phone) ? 'yes' : 'no'),
  C17: (_, { everywhere }) => (everywhere ? 'others_down' : 'others_ok'),
  C18: () => 'fails',
  C19: () => 'no',
  C20: (_, { ahead_hours }) => (ahead_hours ? 'fixed' : 'right'),
  C21: () => 'this_pc',
  // Which browser is on the list, she can't see: she takes what was measured.
  C22: (_, __, picked) => picked ?? 'old',
  C24: () => 'ok',
  C25: (_, __, picked) => picked ?? 'nothing',
  C29: ({ sites }) => (sites.every(site => site === 'page') ? 'only_sis' : 'all'),
  C30: () => 'no',
  C31: (_, { everywhere }) => (everywhere ? 'yes' : 'no'),
  C33: () => 'no',
};

const answerOf = (question: Question, seen: Seen, about: Scenario, measured: Measured): string => {
  const say = answers[question.id];
  if (!say) throw new Error(`The secretary was never asked ${question.id} before.`);
  return say(seen, about, pickedFor(question, measured) ?? null);
};

/** Walks the guide to its end. */
export function walked(guide: Guide, seen: Seen, about: Scenario, measured: Measured) {
  const given: [string, string][] = [];
  for (;;) {
    const { here } = walk(guide, given as Given);
    if ('outcome' in here) return { given, outcome: here.outcome };
    const answer = answerOf(here.question, seen, about, measured);
    if (!here.question.answers.some(({ id }) => id === answer))
      throw new Error(`${here.question.id} has no answer ${answer}.`);
    given.push([here.question.id, answer]);
  }
}
