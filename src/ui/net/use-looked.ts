import { useEffect } from 'react';
import { api } from './api.ts';
import { inPassing } from './problem.ts';

/** Once the page is there, what was told until now is new to its reader no more: `path` marks that she has looked. */
export function useLooked(path: string, there: boolean): void {
  useEffect(() => {
    if (there) void api.put(path, {}).catch(inPassing);
  }, [path, there]);
}
