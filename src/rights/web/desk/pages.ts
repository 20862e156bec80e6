/** The pages of rights, loaded as one. */
export { AskOnBehalfPage } from './AskOnBehalfPage.tsx';
export { RegisterPage } from './RegisterPage.tsx';
