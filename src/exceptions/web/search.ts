/** The address of the exceptions at the desk; loaded with the desk's map, so it knows nothing else. */

export interface ExceptionsSearch {
  school?: string;
  topic?: string;
  show?: string;
}

/** As the server takes it: what it doesn't know it refuses. */
export function readExceptionsSearch(given: Record<string, unknown>): ExceptionsSearch {
  const found: ExceptionsSearch = {};
  for (const name of ['school', 'topic', 'show'] as const)
    if (given[name]) found[name] = String(given[name] as string | number);
  return found;
}
