/** An answer that is no success, as the server words it (RFC 9457); status 0 when the server can't be reached. */
export class Problem extends Error {
  readonly status: number;
  readonly title: string;
  /** The sentence for the person. */
  readonly detail: string;
  readonly errors: { field: string; sentence: string }[];
  readonly retry_after_seconds: number | undefined;
  /** The ended ticket that a new one may follow. */
  readonly follow_up: number | undefined;
  /** Why a message was stopped. */
  readonly stop: string | undefined;
  /** What the server keeps instead of what was to be put there. */
  readonly kept: unknown;
  constructor(
    given: { status: number; title?: string; detail: string } & Partial<
      Pick<Problem, 'errors' | 'retry_after_seconds' | 'follow_up' | 'stop' | 'kept'>
    >,
  ) {
    super(given.detail);
    this.name = 'Problem';
    this.status = given.status;
    this.title = given.title ?? '';
    this.detail = given.detail;
    this.errors = given.errors ?? [];
    this.retry_after_seconds = given.retry_after_seconds;
    this.follow_up = given.follow_up;
    this.stop = given.stop;
    this.kept = given.kept;
  }

  /** The sentence for one field: `files` also stands for `files.0`. */
  of(field: string): string | undefined {
    return this.errors.find(error => error.field === field || error.field.startsWith(`${field}.`))?.sentence;
  }
}

/** For what nobody waits for: a refusal or a broken line is said by the frame; what else went wrong is thrown on. */
export function inPassing(error: unknown): void {
  if (!(error instanceof Problem)) throw error;
}
