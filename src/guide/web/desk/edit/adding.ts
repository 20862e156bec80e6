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
