import { later } from '#ui/route/later.tsx';

/** The door: who is signed in, and the pages before that. */
export { LanguageSwitch, ThemeSwitch } from './EntrancePage.tsx';
export const AccountPage = later(async () => (await import('./PortalAccount.tsx')).AccountPage);
export { SetupPage } from './SetupPage.tsx';
export { SignedIn, useSession } from './SignedIn.tsx';
export { SignInPage } from './SignInPage.tsx';
export { signOut } from './sign-out.ts';
export { useAccountWords } from './words.ts';
