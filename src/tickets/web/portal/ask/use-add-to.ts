import { useSession } from '#accounts/web/accounts.tsx';
import { navigate } from '#ui/route/router.tsx';
import { changeDraft } from '#ui/ui.ts';
import { addedTo, asMessage } from '../../../rules/opening/adding.ts';
import type { Typing } from '../../beside.tsx';
import { replyDraft } from '../draft-keys.ts';

/**
 * Opens a ticket with what is typed in its reply box, under what was being written there. The question stays as it is
 * until that reply is sent; `keep` is done first.
 */
export function useAddTo({ typed, keep }: Pick<Typing, 'typed'> & { keep?: () => void }): Typing['addTo'] {
  const { person } = useSession();
  return async ticket => {
    const asked = asMessage(typed);
    keep?.();
    await changeDraft(replyDraft(person.id, ticket), now => ({
      ...now,
      text: addedTo(now['text'] ?? '', asked),
      asked,
    }));
    navigate(`/tickets/${ticket}?add=yes`);
  };
}
