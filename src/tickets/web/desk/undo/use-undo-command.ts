import { useKeys } from '../frame/use-keys.ts';
import { runUndo, useLastUndo } from './undos.ts';

/** `z` takes back the last deed of this visit, on whichever ticket it was. */
export function useUndoCommand(): void {
  const last = useLastUndo();
  useKeys({ ...(last && { z: () => void runUndo(last) }) });
}
