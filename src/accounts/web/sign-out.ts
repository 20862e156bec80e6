import { keepsAlone } from '#ui/drafts/alone.ts';
import { forgetOwn } from '#ui/offline/kept.ts';
import { api, currentLang, forget, Problem, toast } from '#ui/ui.ts';
import { keepDrafts } from './keep-drafts.ts';

/**
 * Ends this session and leaves nothing of it on the computer; the page is loaded anew, without its memory. Where that
 * would lose a text (two stand against each other, or the line is down), it says so first: `sure` goes on.
 */
export async function signOut(sure = false): Promise<void> {
  await keepDrafts();
  if (!sure && keepsAlone()) {
    const { text, label } = would_be_lost[currentLang()];
    toast({ text, action: { label, run: () => void signOut(true) } });
    return;
  }
  const refused = await api.delete('/api/session').catch((error: unknown) => error);
  // Another's session is not this page's to end, and what is written here stays: she sees first whose it is.
  if (refused instanceof Problem && refused.stop === 'another_person') return location.assign('/');
  forget('draft:');
  forget('upload:');
  forget('guide:');
  await forgetOwn();
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
