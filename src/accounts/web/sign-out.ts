import { api, forget, Problem, sendDrafts } from '#ui/ui.ts';

/** What is being written is found again at the next sign-in. A line that hangs keeps nobody here. */
export const keepDrafts = (): Promise<unknown> =>
  Promise.race([sendDrafts(), new Promise(settle => setTimeout(settle, 3000))]);

/** Ends this session and leaves nothing of it on the computer; the page is loaded anew, without its memory. */
export async function signOut(): Promise<void> {
  await keepDrafts();
  const refused = await api.delete('/api/session').catch((error: unknown) => error);
  // Another's session is not this page's to end, and what is written here stays: she sees first whose it is.
  if (refused instanceof Problem && refused.stop === 'another_person') return location.assign('/');
  forget('draft:');
  forget('upload:');
  location.assign('/sign-in');
}
