import type { KeyAsked, KeyToSetUp, OtherSchool } from '#accounts/rules/keys/key.ts';
import type { Session } from '#accounts/rules/session.ts';
import type { PasswordAsked } from '#accounts/rules/several.ts';
import { navigate } from '#ui/route/router.tsx';
import { useSubmit } from '#ui/ui.ts';
import { keepDrafts } from '../keep-drafts.ts';

type There = Pick<OtherSchool, 'person' | 'school'>;
type Asked = PasswordAsked | KeyAsked | KeyToSetUp;

/** What the other school asks for first: the page that asks goes on with it. A page that is loaded anew has nothing. */
let waiting: { there: There; asked: Asked } | undefined;
export const waitsFor = () => waiting;

/** Everything is loaded anew: no answer to the one school is in the memory of the page that is for the other. */
export const arrived = (): void => location.assign('/');

/** Goes over to another school; where that asks for something first, on a page of its own. */
export function useGoingOver() {
  const { submit, busy, problem } = useSubmit<Session | Asked>();
  const go = async (there: There, password?: string): Promise<void> => {
    await keepDrafts();
    const answer = await submit('/api/session/acting', { person: there.person, password });
    if (!answer) return;
    if ('side' in answer) return arrived();
    waiting = { there, asked: answer };
    navigate('/act-for');
  };
  return { go, busy, problem };
}
