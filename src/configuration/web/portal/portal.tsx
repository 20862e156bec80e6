/** What the portal's pages of this house are fetched from, together. */
export { AskConfigurationPage } from './AskConfigurationPage.tsx';
export { ChangesPage } from './ChangesPage.tsx';
export { SchoolRequest } from './SchoolRequest.tsx';
export { WayToAsk } from './WayToAsk.tsx';
