import type { NoticeKind } from './kinds.ts';
import type { NoticeState } from './states.ts';

/** Which incident is told in a line where no notices are shown. Knows no library. */

interface Told {
  id: string;
  kind: NoticeKind;
  state: NoticeState;
  changed: { at: string };
}

/** As it was told last: an update, or other words, are another version. */
export const versionOf = ({ id, changed }: Pick<Told, 'id' | 'changed'>): string => `${id}@${changed.at}`;

/** The newest incident that is going on and was not closed as it is; or that is over and was `met` while it went on. */
export const lineOf = <T extends Told>(
  notices: readonly T[],
  { closed, met }: { closed: readonly string[]; met: ReadonlySet<string> },
): T | undefined =>
  notices
    .filter(
      notice =>
        notice.kind === 'incident' &&
        (notice.state === 'running' || (notice.state === 'solved' && met.has(notice.id))) &&
        !closed.includes(versionOf(notice)),
    )
    .sort((a, b) => Date.parse(b.changed.at) - Date.parse(a.changed.at))[0];

/** What is closed with this one; of what is told no more, nothing is remembered. */
export function closedWith(
  notices: readonly Told[],
  closed: readonly string[],
  notice: Pick<Told, 'id' | 'changed'>,
): string[] {
  const told = new Set(notices.map(versionOf));
  return [...closed.filter(version => told.has(version)), versionOf(notice)];
}
