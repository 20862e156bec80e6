import { useEffect } from 'react';
import type { Topic } from '#forum/rules/topic.ts';
import { api, attempt, Problem, useGet, useLive } from '#ui/ui.ts';
import { useForumWords } from './words.ts';

export type Deed = { method: 'put' | 'post' | 'patch' | 'delete'; path: string; body?: object };

/** A topic as it is now: asked again when something happens on it, and read as soon as it is seen. */
export function useTopic(id: string) {
  const asked = useGet<Topic>(`/api/topics/${id}`);
  const { data, reload } = asked;
  useLive(
    () => {},
    first => !first && reload(),
    ({ kind, topic }) => kind === 'forum' && (topic === undefined || topic === Number(id)) && reload(),
  );
  const last = data?.last.at;
  const fresh = data?.fresh;
  useEffect(() => {
    if (last === undefined || document.hidden) return;
    // For a mark alone: nobody is told of a line that breaks meanwhile.
    api.put(`/api/topics/${id}/look`, {}).catch((error: unknown) => {
      if (!(error instanceof Problem)) throw error;
    });
  }, [id, last, fresh]);
  return asked;
}

/** Does something with a topic, says so, and offers the way back. */
export function useDeeds(put: (topic: Topic) => void) {
  const { undo } = useForumWords().deeds;
  const run = ({ method, path, body }: Deed): Promise<Topic> =>
    method === 'delete' ? api.delete<Topic>(path) : api[method]<Topic>(path, body ?? {});
  const deed = (what: Deed, said?: string, back?: Deed): Promise<void> =>
    attempt(
      async () => {
        put(await run(what));
        return said;
      },
      async () => {},
      back && { label: undo, run: () => void deed(back) },
    );
  return deed;
}
