/** The door of the agreements' house: what other houses, and the server's map, may call. */

export { promiseOf, promises, promisesSaid } from './promises.ts';
export { serveAgreements } from './routes.ts';
export { tellAgreements } from './watching.ts';
