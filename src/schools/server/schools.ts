/** The door of the schools' house: what other houses, and the server's map, may call. */

export { serveSchools } from './routes.ts';
export { schools } from './tables.ts';
