import { api, forget, sendDrafts } from '#ui/ui.ts';

/** Ends this session and leaves nothing of it on the computer; the page is loaded anew, without its memory. */
export async function signOut(): Promise<void> {
  // What is being written is found again at the next sign-in. A line that hangs does not keep her here.
  await Promise.race([sendDrafts(), new Promise(settle => setTimeout(settle, 3000))]);
  await api.delete('/api/session').catch(() => undefined);
  forget('draft:');
  forget('upload:');
  location.assign('/sign-in');
}
