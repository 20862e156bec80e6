/** What nobody waits for (the first day's pages, what one keeps of oneself and one's school): loaded as one, after the first screen. */
export { SetupPage } from '#accounts/web/SetupPage.tsx';
export { WelcomePage } from '#accounts/web/welcome/WelcomePage.tsx';
export { AccountPage } from '#accounts/web/PortalAccount.tsx';
export { AlsoTherePage } from '#accounts/web/several/AlsoTherePage.tsx';
export { ActForPage } from '#accounts/web/several/ActForPage.tsx';
export { AccessesPage } from '#privacy/web/accesses/AccessesPage.tsx';
export { AgreementPage } from '#agreements/web/portal/AgreementPage.tsx';
export { SearchPage } from '#search/web/portal/SearchPage.tsx';
export { SchoolTrainingPage } from '#schools/web/training/portal/SchoolTrainingPage.tsx';
export { OwnExceptionsPage } from '#exceptions/web/portal/OwnExceptionsPage.tsx';
export { OwnNetworkPage } from '#guide/web/network/OwnNetworkPage.tsx';
