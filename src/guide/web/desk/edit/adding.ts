import type { Guide } from '#guide/rules/guide.ts';

/** New parts of the guide, empty, with the next free name. */

const empty = () => ({ en: '', fr: '' });

export function freeName(guide: Guide, beginning: 'C' | 'O_'): string {
  const taken = new Set([...guide.questions, ...guide.outcomes].map(({ id }) => id));
  for (let number = 1; ; number++) {
    const name = beginning === 'C' ? `C${String(number).padStart(2, '0')}` : `O_NEW_${number}`;
    if (!taken.has(name)) return name;
  }
}

export const withQuestion = (guide: Guide): Guide => ({
  ...guide,
  questions: [
    ...guide.questions,
    {
      ...{ id: freeName(guide, 'C'), group: guide.groups[0]!.id, who: 'secretary' as const, minutes: 1 },
      ...{ offline_ok: true, question: empty(), why: empty(), howto: [empty()] },
      answers: [newAnswer('yes'), newAnswer('no')],
    },
  ],
});

/** A question before or after the next one of its own part. */
export function withMoved(guide: Guide, id: string, by: -1 | 1): Guide {
  const { questions } = guide;
  const from = questions.findIndex(each => each.id === id);
  const same = questions.flatMap(({ group }, place) => (group === questions[from]!.group ? [place] : []));
  const to = same[same.indexOf(from) + by];
  return to === undefined ? guide : { ...guide, questions: swapped(questions, from, to) };
}

export const swapped = <T>(all: readonly T[], one: number, other: number): T[] =>
  all.map((each, at) => (at === one ? all[other]! : at === other ? all[one]! : each));

/** A part by the next free letter. */
export function withGroup(guide: Guide): Guide {
  const taken = new Set(guide.groups.map(({ id }) => id));
  const id = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'.split('').find(letter => !taken.has(letter))!;
  return { ...guide, groups: [...guide.groups, { id, title: empty() }] };
}

export const newAnswer = (id: string) => ({ id, label: empty(), next: 'C00' });

export const withOutcome = (guide: Guide): Guide => ({
  ...guide,
  outcomes: [
    ...guide.outcomes,
    {
      ...{ id: freeName(guide, 'O_'), title: empty(), owner: 'SCHOOL' as const, seed: '', resolved: false },
      ...{ exception: false, advice: [empty()], ticket: { allow: 'no' as const } },
    },
  ],
});
