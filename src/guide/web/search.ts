/** What the addresses of the guide's pages at the desk say. */
export interface ChecksSearch {
  code?: string | undefined;
}
export interface GuideSearch {
  /** The question or outcome that is open. */
  at?: string | undefined;
  version?: string | undefined;
  show?: 'drawn' | undefined;
}
