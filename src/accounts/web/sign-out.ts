import { keepsAlone } from '#ui/drafts/alone.ts';
import { api, currentLang, forget, sendDrafts, toast } from '#ui/ui.ts';

/**
 * Ends this session and leaves nothing of it on the computer; the page is loaded anew, without its memory. Where that
 * would lose a text (two stand against each other, or the line is down), it says so first: `sure` goes on.
 */
export async function signOut(sure = false): Promise<void> {
  // What is being written is found again at the next sign-in. A line that hangs does not keep her here.
  await Promise.race([sendDrafts(), new Promise(settle => setTimeout(settle, 3000))]);
  if (!sure && keepsAlone()) {
    const { text, label } = would_be_lost[currentLang()];
    toast({ text, action: { label, run: () => void signOut(true) } });
    return;
  }
  await api.delete('/api/session').catch(() => undefined);
  forget('draft:');
  forget('upload:');
  location.assign('/sign-in');
}

const would_be_lost = {
  en: {
    text: 'A text that you are writing is on this computer alone, and would be lost.',
    label: 'Sign out all the same',
  },
  fr: {
    text: 'Un texte en cours n’est que sur cet ordinateur, et serait perdu.',
    label: 'Se déconnecter quand même',
  },
};
