/** When the guide offers to stop, and how long it keeps what was answered (rules of connectivity.json). */

export const stop_after = { questions: 20, minutes: 45 } as const;
export const keep_days = 7;

/** After that many questions or minutes the page offers to open a ticket with what is there. `minutes` since it began. */
export const offersStop = ({ questions, minutes }: { questions: number; minutes: number }): boolean =>
  questions >= stop_after.questions || minutes >= stop_after.minutes;

/** Whether what was last answered then is still kept. */
export const isKept = (answered_at: Date, now: Date): boolean =>
  now.getTime() - answered_at.getTime() < keep_days * 86_400_000;
