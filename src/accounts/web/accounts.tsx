/** The door: who is signed in, and the pages before that. */
export { EmergencyNumbers } from './EmergencyNumbers.tsx';
export { EntrancePage } from './EntrancePage.tsx';
export { ForEverybody } from './ForEverybody.tsx';
export { PasswordField } from './PasswordField.tsx';
export { SignedIn, useSession } from './SignedIn.tsx';
export { LanguageSwitch, ThemeSwitch } from './Switches.tsx';
export { signOut } from './leaving.ts';
export { useAccountWords } from './words.ts';
