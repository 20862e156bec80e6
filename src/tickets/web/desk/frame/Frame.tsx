import { useIsFetching } from '@tanstack/react-query';
import { Outlet, useMatch, useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { pageRests, soon, usePageRests } from '#ui/floating/soon.tsx';
import { IconButton, Mark, ProgressLine, Toasts, useConnection } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';
import { Bell } from './bell/Bell.tsx';
import { useNewNotices } from './bell/notices.ts';
import { useFrameCommands } from './commands/frame-commands.ts';
import { usePressedKeys } from './commands/pressed.ts';
import './frame.css';
import { Nav } from './Nav.tsx';
import { closePalette, openPalette, useOpenPalette } from './palette/open.ts';
import { useUndoCommand } from '../undo/use-undo-command.ts';
import { useDrawer } from './use-drawer.ts';
import { useLiveRefresh } from './use-live-refresh.ts';
import { Veil } from './Veil.tsx';

const BulkLine = soon(async () => (await import('../bulk/line/BulkLine.tsx')).BulkLine);
const RecountLine = soon(async () => (await import('./RecountLine.tsx')).RecountLine);
const Palette = soon(async () => (await import('./palette/Palette.tsx')).Palette);
const KeysSheet = soon(async () => (await import('./KeysSheet.tsx')).KeysSheet);

/** What surrounds every page of the desk: the navigation, the keys, what is told in passing, live updates. */
export function Frame() {
  const words = useDeskWords();
  const filters = useMatch({ from: '/tickets', shouldThrow: false })?.search;
  const [menu, setMenu] = useState(false);
  const [keys, setKeys] = useState(false);
  const palette = useOpenPalette();
  const { can } = useSession();
  const rests = usePageRests();
  useLiveRefresh();
  useNewNotices();
  useFrameCommands(() => setKeys(true));
  useUndoCommand();
  usePressedKeys(() => (palette ? closePalette() : openPalette()));
  useRest();
  const drawer = useDrawer(menu, () => setMenu(false));
  const href = useRouterState({ select: state => state.location.href });
  useEffect(() => setMenu(false), [href]);
  // What it offers is of the page on which it was opened.
  const path = useRouterState({ select: state => state.location.pathname });
  useEffect(closePalette, [path]);
  return (
    <div className="frame">
      <ProgressLine when={useIsFetching() > 0} />
      <header className="top-bar">
        <IconButton icon="menu" label={words.nav.menu} aria-expanded={menu} onClick={() => setMenu(!menu)} />
        <Mark />
        <span className="name">Firstline</span>
        <Bell />
      </header>
      <nav ref={drawer} className="nav" aria-label={words.nav.tickets} data-open={menu || undefined}>
        <Nav filters={filters} onKeys={() => setKeys(true)} />
      </nav>
      {menu && <Veil className="nav-veil" onPress={() => setMenu(false)} />}
      <Outlet />
      {rests && can.open_tickets && <BulkLine />}
      {rests && <RecountLine />}
      <LineLost />
      <Toasts />
      {keys && <KeysSheet onClose={() => setKeys(false)} />}
      {palette && <Palette key={palette} scope={palette} onClose={closePalette} />}
    </div>
  );
}

const quiet_ms = 2000;

/** The list says when it is there; a page without one is taken to be after a while. */
function useRest(): void {
  useEffect(() => {
    const timer = setTimeout(pageRests, quiet_ms);
    return () => clearTimeout(timer);
  }, []);
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
