import { api, countOnlyHere, forget, sendDrafts, toast, uiWordsNow } from '#ui/ui.ts';

/**
 * Ends this session and leaves nothing of it on the computer; the page is loaded anew, without its memory. Where that
 * would lose a text (two stand against each other, or the line is down), it says so first: `sure` goes on.
 */
export async function signOut(sure = false): Promise<void> {
  // What is being written is found again at the next sign-in. A line that hangs does not keep her here.
  await Promise.race([sendDrafts(), new Promise(settle => setTimeout(settle, 3000))]);
  const lost = sure ? 0 : countOnlyHere();
  const words = uiWordsNow()?.drafts;
  if (lost > 0 && words) {
    toast({ text: words.left(lost), action: { label: words.leave, run: () => void signOut(true) } });
    return;
  }
  await api.delete('/api/session').catch(() => undefined);
  forget('draft:');
  forget('upload:');
  location.assign('/sign-in');
}
