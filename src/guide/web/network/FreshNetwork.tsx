import type { NetworkNews } from '#guide/rules/network/network.ts';
import { Link } from '#ui/route/router.tsx';
import { Icon, useGet, useLive } from '#ui/ui.ts';
import { useNetworkWords } from './words.ts';
import './network.css';

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
    <p className="fresh-network">
      <Icon name="plug" />
      <Link to="/network">{words.home}</Link>
    </p>
  );
}
