import { useEffect, useState } from 'react';
import { Problem } from './problem.ts';

/**
 * For an effect: looks once nothing has changed for so long, and no further when something does. `failed` hears of a line
 * that breaks and of a refusal; what else goes wrong is thrown after it.
 */
export function afterPause(
  rest_ms: number,
  look: (signal: AbortSignal) => Promise<unknown>,
  failed: (error: unknown) => void = () => {},
): () => void {
  const control = new AbortController();
  const pause = setTimeout(
    () =>
      void look(control.signal).catch((error: unknown) => {
        if (control.signal.aborted) return;
        failed(error);
        if (!(error instanceof Problem)) throw error;
      }),
    rest_ms,
  );
  return () => {
    clearTimeout(pause);
    control.abort();
  };
}

/** A text as it was when typing last paused. */
export function usePaused(text: string, rest_ms: number): string {
  const [paused, setPaused] = useState(text);
  useEffect(() => {
    const timer = setTimeout(setPaused, rest_ms, text);
    return () => clearTimeout(timer);
  }, [text, rest_ms]);
  return paused;
}
