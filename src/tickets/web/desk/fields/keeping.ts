import { useQueryClient } from '@tanstack/react-query';
import { api, attempt, useLang } from '#ui/ui.ts';

interface Kept {
  id: number;
  name: Record<'en' | 'fr', string>;
}

interface Said {
  removed: (name: string) => string;
  restored: (name: string) => string;
  undo: string;
}

/** What is done with a field or a template from its list: removed and brought back, or moved. What is refused is said. */
export function useKeeping(path: '/api/fields' | '/api/templates', said: Said) {
  const client = useQueryClient();
  const [lang] = useLang();
  const refresh = () => client.invalidateQueries({ queryKey: ['forms'] });
  const restore = ({ id }: Kept) =>
    attempt(async () => {
      const back = await api.patch<Kept>(`${path}/${id}`, { removed: false });
      return said.restored(back.name[lang]);
    }, refresh);
  return {
    refresh,
    remove: (item: Kept) =>
      attempt(async () => said.removed((await api.delete<Kept>(`${path}/${item.id}`)).name[lang]), refresh, {
        label: said.undo,
        run: () => void restore(item),
      }),
    change: (item: Kept, what: object) =>
      attempt(async () => void (await api.patch(`${path}/${item.id}`, what)), refresh),
  };
}
