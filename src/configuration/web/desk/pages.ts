/** The pages of changes to the configuration, loaded as one. */
export { ConfigurationPage } from './ConfigurationPage.tsx';
export { NewRequestPage } from './NewRequestPage.tsx';
