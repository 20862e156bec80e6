/** The addresses of the register and of asking on behalf; loaded with the desk's map, so it knows nothing else. */

export const rights_filters = ['school', 'ended', 'ends_within', 'approved_by', 'left'] as const;
export type RightsSearch = { [name in (typeof rights_filters)[number]]?: string };

/** As the server takes it. */
export function readRightsSearch(given: Record<string, unknown>): RightsSearch {
  const found: RightsSearch = {};
  for (const name of rights_filters) if (given[name]) found[name] = String(given[name] as string | number);
  return found;
}

export interface BehalfSearch {
  school?: string;
  right?: string;
  action?: string;
}

export function readBehalfSearch({ school, right, action }: Record<string, unknown>): BehalfSearch {
  return {
    ...(school !== undefined && { school: String(school as string | number) }),
    ...(right !== undefined && { right: String(right as string | number) }),
    ...(typeof action === 'string' && { action }),
  };
}
