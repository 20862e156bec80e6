import { keepsAlone } from '#ui/drafts/alone.ts';
import { forgetOwn } from '#ui/offline/kept.ts';
import { actingFor, api, currentLang, forget, Problem, rememberedKeys, toast } from '#ui/ui.ts';
import { keepDrafts } from './keep-drafts.ts';

/**
 * Ends this session and leaves nothing of it on the computer; the page is loaded anew, without its memory. Where that
 * would lose a text (two stand against each other, or the line is down), it says so first: `sure` goes on.
 */
export async function signOut(sure = false): Promise<void> {
  await keepDrafts();
  const words = said[currentLang()];
  const own_slips = `slip:${actingFor()}:`;
  const waits = rememberedKeys(own_slips).length > 0;
  if (!sure && (waits || keepsAlone())) {
    const text = waits ? words.waits : words.alone;
    toast({ text, action: { label: words.label, run: () => void signOut(true) } });
    return;
  }
  const refused = await api.delete('/api/session').catch((error: unknown) => error);
  // Nobody is signed out without the server: what is hers stays under her name until it can be told.
  if (refused instanceof Problem && refused.status === 0) return void toast({ text: words.no_line });
  // Another's session is not this page's to end, and what is written here stays: she sees first whose it is.
  if (refused instanceof Problem && refused.stop === 'another_person') return location.assign('/');
  forget('draft:');
  forget('upload:');
  forget('guide:');
  forget(own_slips);
  forget('unanswered:');
  await forgetOwn();
  location.assign('/sign-in');
}

const said = {
  en: {
    alone: 'A text that you are writing is on this computer alone, and would be lost.',
    waits: 'Something waits on this computer to be sent, and would be thrown away.',
    no_line: 'There is no line, so you can’t be signed out: you are still signed in.',
    label: 'Sign out all the same',
  },
  fr: {
    alone: 'Un texte en cours n’est que sur cet ordinateur, et serait perdu.',
    waits: 'Un message attend sur cet ordinateur d’être envoyé, et serait jeté.',
    no_line: 'Sans connexion, la session ne peut pas être fermée : elle est toujours ouverte.',
    label: 'Se déconnecter quand même',
  },
};
