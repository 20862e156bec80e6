import type { Notice, Notices } from '#status/rules/notice.ts';
import { useGet, useLive } from '#ui/ui.ts';

/** What is told to this school now, kept up to date. */
export function useNotices() {
  const { data, reload, put } = useGet<Notices>('/api/status/notices?limit=20');
  useLive(
    () => {},
    first => !first && reload(),
    signal => signal.kind === 'status' && reload(),
  );
  const items = data?.items ?? [];
  return {
    items,
    put: (notice: Notice) =>
      data && put({ ...data, items: items.map(each => (each.id === notice.id ? notice : each)) }),
  };
}
