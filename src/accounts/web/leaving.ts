import { toast, uiWordsNow } from '#ui/ui.ts';

/** Fetched when it is asked for. Where the line is down nobody is signed out, and what is written is kept. */
export const signOut = (): Promise<void> =>
  import('./sign-out.ts').then(
    ({ signOut: leave }) => leave(),
    () => void toast({ text: uiWordsNow()?.drafts.only_here ?? '' }),
  );
