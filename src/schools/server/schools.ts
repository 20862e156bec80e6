/** The door of the schools' house: what other houses, and the server's map, may call. */

export { foundBy } from './keeping.ts';
export { own_days, schoolCalendars } from './days/store.ts';
export { recordSigned } from './facts/signed.ts';
export { keepReviews } from './reviews/starting.ts';
export { serveSchools } from './routes.ts';
export { demandDoor, shut } from './gate/gate.ts';
export { schools } from './tables.ts';
