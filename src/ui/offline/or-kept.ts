/** A proxy that answers in place of a server that doesn't. */
const isDown = ({ status }: Response): boolean => status >= 502 && status <= 504;

/** What the server answers; what is kept where the line is down, or says nothing for so long. */
export const orKept = (asked: Promise<Response>, kept: Response, patience_ms: number): Promise<Response> =>
  Promise.race([
    asked.then(answer => (isDown(answer) ? kept : answer)).catch(() => kept),
    new Promise<Response>(settle => setTimeout(settle, patience_ms, kept)),
  ]);
