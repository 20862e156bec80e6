/** The door of the status house: what the server's map may call. */

export { startTelling } from './keeping.ts';
export { serveStatus } from './routes.ts';
