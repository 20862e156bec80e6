import type { Lang } from '#platform/schemas.ts';
import type { DeskTimes } from '#sla/rules/desk-hours.ts';
import { exactSpanWords } from '#sla/rules/moments.ts';
import { openSeconds } from '#sla/rules/open-time.ts';
import type { Clock, Stretch } from '#tickets/rules/clocks/clocks.ts';
import type { Mark } from '#tickets/rules/clocks/mark.ts';
import { waitedOf, type Waited } from '#tickets/rules/clocks/waited.ts';
import type { State } from '#tickets/rules/lifecycle.ts';
import type { Priority } from '#tickets/rules/priority.ts';

/** Why a promise was not kept, as the ledger tells it. */
export interface Reason {
  /** Whose turn it was, from the opening until the clock was met or the month ended, in seconds. */
  waited: Waited;
  /** Where the clock ran longest on end: how the ticket stood, and seconds of the desk's hours. */
  longest: { state: State; seconds: number } | null;
  /** Seconds of the desk's hours between the stretches of the clock: they did not count. */
  paused: number;
  /** As it was opened, where the clock is judged by another priority; else null. */
  opened_as: Priority | null;
  reopened: boolean;
}

export function reasonOf(
  { stretches, priority }: Pick<Clock, 'stretches' | 'priority'>,
  marks: readonly Mark[],
  { times, until }: { times: DeskTimes; until: Date },
): Reason {
  const first = marks[0]!;
  return {
    waited: waitedOf(
      marks.filter(({ at }) => at < until),
      times,
      until,
    ),
    longest: longestOf(stretches, marks, { times, until }),
    paused: stretches.reduce((sum, { from }, place) => {
      const before = stretches[place - 1]?.to;
      return before ? sum + openSeconds(before, from, times) : sum;
    }, 0),
    opened_as: first.priority === priority ? null : first.priority,
    reopened: stretches.some(({ to }, place) => {
      const state = place < stretches.length - 1 && to && standing(marks, to);
      return state === 'resolved' || state === 'closed' || state === 'cancelled';
    }),
  };
}

const standing = (marks: readonly Mark[], at: Date): State =>
  marks.findLast(mark => mark.at <= at)?.state ?? 'new';

/** Of the parts of its running time, each as the ticket stood then, the one that took most of the desk's hours. */
function longestOf(
  stretches: readonly Stretch[],
  marks: readonly Mark[],
  { times, until }: { times: DeskTimes; until: Date },
): Reason['longest'] {
  let longest: Reason['longest'] = null;
  for (const { from, to } of stretches) {
    const end = to ?? until;
    const turns = marks.filter(({ at }) => at > from && at < end);
    let begin = { at: from, state: standing(marks, from) };
    for (const turn of [...turns, { at: end, state: null }]) {
      if (turn.state === begin.state) continue;
      const seconds = openSeconds(begin.at, turn.at, times);
      if (seconds > (longest?.seconds ?? 0)) longest = { state: begin.state, seconds };
      if (turn.state) begin = { at: turn.at, state: turn.state };
    }
  }
  return longest;
}

/** The reason in a few sentences: what took the time, what did not count, by what it was judged. */
export function reasonWords({ longest, paused, waited, opened_as, reopened }: Reason, lang: Lang): string {
  const span = (seconds: number) => exactSpanWords(seconds, lang);
  const said = say[lang];
  return [
    longest && said.longest[longest.state === 'new' ? 'new' : 'work'](span(longest.seconds)),
    waited.school > 0 && said.school(span(waited.school)),
    waited.level2 > 0 && said.level2(span(waited.level2)),
    paused > 0 && said.paused(span(paused)),
    opened_as && said.opened_as(opened_as),
    reopened && said.reopened,
  ]
    .filter(Boolean)
    .join(' ');
}

interface Says {
  longest: Record<'new' | 'work', (span: string) => string>;
  school: (span: string) => string;
  level2: (span: string) => string;
  paused: (span: string) => string;
  opened_as: (priority: Priority) => string;
  reopened: string;
}

const say: Record<Lang, Says> = {
  en: {
    longest: {
      new: span => `Nobody had taken it for ${span}.`,
      work: span => `It was in work for ${span} on end.`,
    },
    school: span => `The school had its turn for ${span}.`,
    level2: span => `It was with Level 2 for ${span}.`,
    paused: span => `Paused, not counted: ${span}.`,
    opened_as: priority => `It was opened as ${priority} and judged by another priority.`,
    reopened: 'It was solved before and opened again.',
  },
  fr: {
    longest: {
      new: span => `Personne ne l’a pris pendant ${span}.`,
      work: span => `Il a été en traitement ${span} d’affilée.`,
    },
    school: span => `C’était au tour de l’école pendant ${span}.`,
    level2: span => `Il a été au niveau 2 pendant ${span}.`,
    paused: span => `En pause, non compté : ${span}.`,
    opened_as: priority => `Ouvert comme ${priority}, il a été jugé selon une autre priorité.`,
    reopened: 'Il avait été réglé, puis rouvert.',
  },
};
