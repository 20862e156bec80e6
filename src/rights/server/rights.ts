/** The door of the rights' house: what other houses, and the server's map, may call. */

export { ender } from './ends.ts';
export { serveRights } from './routes.ts';
