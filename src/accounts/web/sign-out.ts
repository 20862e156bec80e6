import { api, forget } from '#ui/ui.ts';

/** Ends this session and leaves nothing of it on the computer; the page is loaded anew, without its memory. */
export async function signOut(): Promise<void> {
  await api.delete('/api/session').catch(() => undefined);
  forget('draft:');
  location.assign('/sign-in');
}
