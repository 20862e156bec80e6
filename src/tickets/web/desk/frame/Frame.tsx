import { useSession } from '#accounts/web/accounts.tsx';
import { useIsFetching } from '@tanstack/react-query';
import { Outlet, useMatch, useNavigate, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { IconButton, Mark, ProgressLine, Toasts, useConnection } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';
import './frame.css';
import { KeysSheet } from './KeysSheet.tsx';
import { Nav } from './Nav.tsx';
import { useDrawer } from './use-drawer.ts';
import { useKeys } from './use-keys.ts';
import { useLiveRefresh } from './use-live-refresh.ts';
import { Veil } from './Veil.tsx';

/** What surrounds every page of the desk: the navigation, the keys, what is told in passing, live updates. */
export function Frame() {
  const words = useDeskWords();
  const filters = useMatch({ from: '/tickets', shouldThrow: false })?.search;
  const [menu, setMenu] = useState(false);
  const [keys, setKeys] = useState(false);
  const navigate = useNavigate();
  useLiveRefresh();
  const { can } = useSession();
  const toNew = () => void navigate({ to: '/desk/new', search: true });
  useKeys({ '?': () => setKeys(true), ...(can.open_tickets && { c: toNew }) });
  const drawer = useDrawer(menu, () => setMenu(false));
  const href = useRouterState({ select: state => state.location.href });
  useEffect(() => setMenu(false), [href]);
  return (
    <div className="frame">
      <ProgressLine when={useIsFetching() > 0} />
      <header className="top-bar">
        <IconButton icon="menu" label={words.nav.menu} aria-expanded={menu} onClick={() => setMenu(!menu)} />
        <Mark />
        <span className="name">Firstline</span>
      </header>
      <nav ref={drawer} className="nav" aria-label={words.nav.tickets} data-open={menu || undefined}>
        <Nav filters={filters} onKeys={() => setKeys(true)} />
      </nav>
      {menu && <Veil className="nav-veil" onPress={() => setMenu(false)} />}
      <Outlet />
      <LineLost />
      <Toasts />
      {keys && <KeysSheet onClose={() => setKeys(false)} />}
    </div>
  );
}

/** Said quietly while the line is down: what is shown may be old. */
function LineLost() {
  const connection = useConnection();
  const words = useDeskWords().problem;
  return (
    <p className="line-lost" role="status">
      {connection === 'lost' && words.line_lost}
    </p>
  );
}
