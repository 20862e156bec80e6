/** The guide's pages at the desk, loaded as one. */
export { ChecksPage } from './ChecksPage.tsx';
export { GuidePage } from './edit/GuidePage.tsx';
