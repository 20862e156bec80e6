/** The door of second keys for the pages of other houses. */
export { SchoolKeysPart } from './SchoolKeysPart.tsx';
