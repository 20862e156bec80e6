import { useEffect, useSyncExternalStore } from 'react';
import { useNewerBuild } from '../net/build.ts';
import { useUiWords } from '../words/words.tsx';
import { Button, IconButton } from './Button.tsx';
import './notice.css';

export interface Toast {
  text: string;
  /** Such as an undo: done at most once. */
  action?: { label: string; run: () => void };
}

type Shown = Toast & { id: number };

const stays_ms = 10_000;
const watchers = new Set<() => void>();
let shown: readonly Shown[] = [];
let ids = 0;

function show(next: readonly Shown[]): void {
  shown = next;
  for (const watcher of watchers) watcher();
}

const dismiss = (id: number) => show(shown.filter(one => one.id !== id));

/**
 * Says what was done, for ten seconds; the newest word takes the place of the one before, but an undo stays its
 * whole time. Gives back how to take it away earlier.
 */
export function toast(what: Toast): () => void {
  const id = ++ids;
  show([...shown.filter(one => one.action).slice(-2), { ...what, id }]);
  return () => dismiss(id);
}

const watch = (watcher: () => void) => {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
};

/** Where toasts appear and are read out; once on each face, always there so that the first one is heard. */
export function Toasts() {
  const toasts = useSyncExternalStore(watch, () => shown);
  return (
    <div className="toasts no-print" role="status" aria-live="polite">
      {[...toasts].reverse().map(one => (
        <OneToast key={one.id} {...one} />
      ))}
      <NewerBuild />
    </div>
  );
}

/** Stays until the page is loaded anew; what is being written is kept. */
function NewerBuild() {
  const { newer, load } = useUiWords().build;
  return (
    useNewerBuild() && (
      <div className="toast">
        <span>{newer}</span>
        <Button small onClick={() => location.reload()}>
          {load}
        </Button>
      </div>
    )
  );
}

function OneToast({ text, action, id }: Shown) {
  const words = useUiWords();
  useEffect(() => {
    const over = setTimeout(() => dismiss(id), stays_ms);
    return () => clearTimeout(over);
  }, [id]);
  const run = () => {
    dismiss(id);
    action?.run();
  };
  return (
    <div className="toast">
      <span>{text}</span>
      {action && (
        <Button small onClick={run}>
          {action.label}
        </Button>
      )}
      <IconButton small icon="x" label={words.close} onClick={() => dismiss(id)} />
    </div>
  );
}
