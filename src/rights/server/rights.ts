/** The door of the rights' house: what other houses, and the server's map, may call. */

export { askForRights } from './asking.ts';
export { ender } from './ends.ts';
export { serveRights } from './routes.ts';
