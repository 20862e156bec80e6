/** What the desk's pages of this house are fetched from, together. */
export { AgreementPage } from './AgreementPage.tsx';
export { AgreementsPage } from './AgreementsPage.tsx';
