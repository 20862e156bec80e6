/** What the addresses of the guide's pages at the desk say. */
export interface ChecksSearch {
  code?: string | undefined;
}
export interface GuideSearch {
  /** The question or outcome that is open. */
  at?: string | undefined;
  /** A version that was published, to read; and the one that it is compared with. */
  version?: string | undefined;
  against?: string | undefined;
  show?: 'drawn' | undefined;
}
