import './floating.css';
import { soon } from './soon.tsx';

/** What floats over the page, in one piece of code that no page waits for. */
const aria = () => import('./aria/aria.ts');

export const Floating = soon(async () => (await aria()).Floating);
export const Lines = soon(async () => (await aria()).Lines);
export const Several = soon(async () => (await aria()).Several);
export const Sheet = soon(async () => (await aria()).SheetOver);
