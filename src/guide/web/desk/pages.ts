/** The guide's pages at the desk, loaded as one. */
export { ChecksPage } from './ChecksPage.tsx';
export { GuidePage } from './edit/GuidePage.tsx';
export { HandBackPage } from './hand-back/HandBackPage.tsx';
export { NetworkPage } from '../network/NetworkPage.tsx';
