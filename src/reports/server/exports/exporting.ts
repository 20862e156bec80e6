import { keepLooking } from '#platform/jobs/looking.ts';
import type { Signals } from '#platform/live/signals.ts';
import { exportWaiting, type Grounds } from './writing.ts';

/** Keeps exports being written on this server: at once when one is asked for, and what another server has left. */
export function startExporting(
  { signals, ...grounds }: Omit<Grounds, 'stopped'> & { signals: Signals },
  failed: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const { look, stop } = keepLooking(async goes_on => {
    await exportWaiting({ ...grounds, stopped: () => !goes_on() }, failed).catch(failed);
    return null;
  }, grounds.clock);
  signals.join(['desk'], ({ kind }) => kind === 'exports' && look());
  return { stop };
}
