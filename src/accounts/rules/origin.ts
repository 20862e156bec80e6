/** What a browser says of the page that sent a request (a page cannot forge either). */
export interface Said {
  origin: string | undefined;
  site: string | undefined;
}

/** Where this installation lives: the host that was asked for, and the address that people type, if one is set. */
export interface Home {
  host: string;
  public_origin: string | undefined;
}

export type CameFrom = 'here' | 'elsewhere' | 'unsaid';

/**
 * Whether a request that changes something came from our own pages (`Origin`; where a browser sends none,
 * `Sec-Fetch-Site`). `unsaid`: neither is there, so no page of today's browsers sent it.
 */
export function cameFrom({ origin, site }: Said, home: Home): CameFrom {
  if (origin !== undefined)
    return origin === home.public_origin || hostOf(origin) === home.host ? 'here' : 'elsewhere';
  if (site !== undefined) return site === 'same-origin' || site === 'none' ? 'here' : 'elsewhere';
  return 'unsaid';
}

const hostOf = (origin: string): string | undefined => /^https?:\/\/([^/]+)$/.exec(origin)?.[1];
