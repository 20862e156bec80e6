/** The pages of people and their sign-ins, loaded as one. */
export { AccountPage } from './AccountPage.tsx';
export { PeoplePage } from './PeoplePage.tsx';
export { SignOnPage } from './SignOnPage.tsx';
export { TokensPage } from './TokensPage.tsx';
