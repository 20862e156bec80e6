import { useRef, useState } from 'react';
import type { Used } from '#knowledge/rules/use.ts';
import { api, refused } from '#ui/ui.ts';

interface Tried {
  /** The article. */
  id: number;
  title: string;
  /** What was said of it, to take it back by. */
  use: number;
}

/** What was tried in vain: it goes with the question that is sent, unless it is taken back. */
export function useTried() {
  const [all, setAll] = useState<Tried[]>([]);
  const under_way = useRef(false);
  const once = async (deed: () => Promise<void>) => {
    if (under_way.current) return;
    under_way.current = true;
    await deed()
      .catch(refused)
      .finally(() => (under_way.current = false));
  };
  const of = (id: number) => all.find(each => each.id === id);
  return {
    all,
    of,
    /** Tries it, or takes that back. */
    turn: ({ id, title }: { id: number; title: string }) =>
      once(async () => {
        const before = of(id);
        if (before) {
          await api.delete(`/api/article-uses/${before.use}`);
          return setAll(now => now.filter(each => each !== before));
        }
        const { id: use } = await api.post<Used>(`/api/articles/${id}/uses`, { kind: 'tried' });
        setAll(now => [...now, { id, title, use }]);
      }),
  };
}
