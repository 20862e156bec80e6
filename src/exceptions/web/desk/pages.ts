/** The page of exceptions, loaded when it is opened. */
export { ExceptionsPage } from './ExceptionsPage.tsx';
