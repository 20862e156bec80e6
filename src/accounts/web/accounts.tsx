/** The door: who is signed in, and the pages before that. */
export { LanguageSwitch, ThemeSwitch } from './EntrancePage.tsx';
export { SignedIn, useSession } from './SignedIn.tsx';
export { signOut } from './sign-out.ts';
export { useAccountWords } from './words.ts';
