import type { NetworkNews } from '#guide/rules/network/network.ts';
import { FreshLine } from '#ui/parts/FreshLine.tsx';
import { Link } from '#ui/route/router.tsx';
import { useGet, useLive } from '#ui/ui.ts';
import { useNetworkWords } from './words.ts';

/** On the first page of who looks after a school’s firewall, one line: when addresses change, and again on that day. */
export function FreshNetwork() {
  const words = useNetworkWords();
  const { data, reload } = useGet<NetworkNews>('/api/network/news');
  useLive(
    () => {},
    first => !first && reload(),
    ({ kind }) => kind === 'network' && reload(),
  );
  if (!data?.fresh) return null;
  return (
    <FreshLine icon="plug">
      <Link to="/network">{words.home}</Link>
    </FreshLine>
  );
}
