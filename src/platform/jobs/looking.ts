const look_again_ms = 30_000;
/** What is due even now could not be done a moment ago, or another server is at it: not without a pause. */
const pause_ms = 1000;

export interface Looking {
  /** Looks now; while it works, once more after it. */
  look: () => void;
  /** Answers when what was begun is finished. */
  stop: () => Promise<void>;
}

/**
 * Keeps doing what has its time: at once, whenever it is told to look, when the next is due, and every half minute,
 * in case nobody told. One look at a time. `work` answers when the next is due, or null when it knows of none.
 */
export function keepLooking(
  work: (goes_on: () => boolean) => Promise<Date | null>,
  clock: () => Date,
): Looking {
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let again = false;
  let stopped = false;
  const look = () => {
    if (stopped) return;
    if (running) again = true;
    else running = lookNow();
  };
  const lookNow = async () => {
    let next: Date | null;
    do {
      again = false;
      next = await work(() => !stopped);
    } while (again && !stopped);
    running = undefined;
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(look, until(next));
  };
  const until = (next: Date | null): number => {
    const wait = next ? next.getTime() - clock().getTime() : look_again_ms;
    return wait > 0 ? Math.min(wait, look_again_ms) : pause_ms;
  };
  look();
  return {
    look,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
