import { soon } from '#ui/floating/soon.tsx';
import { useNotices } from './use-notices.ts';

const NoticesAtHome = soon(async () => (await import('./NoticesAtHome.tsx')).NoticesAtHome);

/** Above the question, and only where something is told: how it looks is loaded then. */
export function ToldNow() {
  const { items, put } = useNotices();
  return items.length > 0 ? <NoticesAtHome items={items} put={put} /> : null;
}
