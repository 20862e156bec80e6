import type { Signals } from '#platform/live/signals.ts';
import { exportWaiting, type Grounds } from './writing.ts';

const look_again_ms = 30_000;

/** Keeps exports being written on this server: at once when one is asked for, and what another server has left. */
export function startExporting(
  { signals, ...grounds }: Omit<Grounds, 'stopped'> & { signals: Signals },
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const work = async () => {
    do {
      again = false;
      await exportWaiting({ ...grounds, stopped: () => stopped }, failed).catch(failed);
    } while (again && !stopped);
    running = undefined;
  };
  const look = () => {
    if (running) again = true;
    else running = work();
  };
  const unhear = signals.join(['desk'], ({ kind }) => kind === 'exports' && look());
  const timer = setInterval(look, look_again_ms);
  look();
  return {
    async stop() {
      stopped = true;
      unhear();
      clearInterval(timer);
      await running;
    },
  };
}
