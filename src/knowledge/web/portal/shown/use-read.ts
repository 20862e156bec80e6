import { useEffect } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { api } from '#ui/ui.ts';

const told = new Set<string>();

/** Notes, once in a visit, that somebody of a school has read an article: it goes with what she asks soon after. */
export function useRead(id: number | undefined): void {
  const { person } = useSession();
  useEffect(() => {
    const what = `${person.id}:${id}`;
    if (id === undefined || told.has(what)) return;
    told.add(what);
    // For a count alone: nobody is told of a line that breaks meanwhile.
    api.post(`/api/articles/${id}/uses`, { kind: 'read' }).catch(() => told.delete(what));
  }, [person.id, id]);
}
