import { useIsFetching } from '@tanstack/react-query';
import { Outlet, useMatch, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { IconButton, Mark, ProgressLine, Toasts, useConnection } from '#ui/ui.ts';
import { useDeskWords } from '../words/use-words.ts';
import { Bell } from './bell/Bell.tsx';
import { useNewNotices } from './bell/notices.ts';
import { useFrameCommands } from './commands/frame-commands.ts';
import { usePressedKeys } from './commands/pressed.ts';
import './frame.css';
import { KeysSheet } from './KeysSheet.tsx';
import { Nav } from './Nav.tsx';
import { closePalette, openPalette, useOpenPalette } from './palette/open.ts';
import { useUndoCommand } from '../undo/use-undo-command.ts';
import { useDrawer } from './use-drawer.ts';
import { useLiveRefresh } from './use-live-refresh.ts';
import { Veil } from './Veil.tsx';

const loadPalette = () => import('./palette/Palette.tsx');
const Palette = lazy(async () => ({ default: (await loadPalette()).Palette }));

/** What surrounds every page of the desk: the navigation, the keys, what is told in passing, live updates. */
export function Frame() {
  const words = useDeskWords();
  const filters = useMatch({ from: '/tickets', shouldThrow: false })?.search;
  const [menu, setMenu] = useState(false);
  const [keys, setKeys] = useState(false);
  const palette = useOpenPalette();
  useLiveRefresh();
  useNewNotices();
  useFrameCommands(() => setKeys(true));
  useUndoCommand();
  usePressedKeys(() => (palette ? closePalette() : openPalette()));
  useLoadedSoon(loadPalette);
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
        <Bell />
      </header>
      <nav ref={drawer} className="nav" aria-label={words.nav.tickets} data-open={menu || undefined}>
        <Nav filters={filters} onKeys={() => setKeys(true)} />
      </nav>
      {menu && <Veil className="nav-veil" onPress={() => setMenu(false)} />}
      <Outlet />
      <LineLost />
      <Toasts />
      {keys && <KeysSheet onClose={() => setKeys(false)} />}
      {palette && (
        <Suspense>
          <Palette key={palette} scope={palette} onClose={closePalette} />
        </Suspense>
      )}
    </div>
  );
}

const quiet_ms = 2000;

/** Loads what may be needed at a key press before it is, so that nothing typed at once goes astray. */
function useLoadedSoon(load: () => Promise<unknown>): void {
  useEffect(() => {
    const timer = setTimeout(() => void load().catch(() => undefined), quiet_ms);
    return () => clearTimeout(timer);
  }, [load]);
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
