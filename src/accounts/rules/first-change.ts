/** What a password that the desk made opens: the choice of another, and the way out (S24). */
const opened = ['GET /api/session', 'DELETE /api/session', 'PUT /api/session/password'];

export const opensFirst = (method: string, path: string | undefined): boolean =>
  opened.includes(`${method} ${path ?? ''}`);
