import { useEachMinute } from '#ui/net/each-minute.ts';
import { useLive } from '#ui/ui.ts';

/** What is said of a deadline is asked again as time passes, and when a changed calendar was counted into it. */
export function useTimePasses(again: () => void): void {
  useEachMinute(again);
  useLive(
    () => {},
    undefined,
    ({ kind }) => kind === 'recount' && again(),
  );
}
