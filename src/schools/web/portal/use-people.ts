import { useSession } from '#accounts/web/accounts.tsx';
import type { PeopleOfSchool } from '#schools/rules/people.ts';
import { api, Problem, toast, useGet, useLive, type Gotten } from '#ui/ui.ts';

/** What happens with a school's people; each is heard by everybody there. */
const kinds = /^(person|handover|handed|review)_/;

interface People extends Gotten<PeopleOfSchool> {
  path: string;
  /** Does something that answers the whole list anew, and says what was done. */
  put_by: (more: string, body: unknown, said: string) => Promise<void>;
  /** Changes one person, and says what was done. */
  change: (id: number, change: object, said: string) => Promise<void>;
}

/** The people of one's own school, kept up to date. */
export function usePeople(): People {
  const { school } = useSession();
  const path = `/api/schools/${school?.id ?? 0}`;
  const asked = useGet<PeopleOfSchool>(`${path}/people`);
  useLive(({ kind }) => kinds.test(kind) && asked.reload(), asked.reload);
  const told = async (work: () => Promise<void>, said: string) => {
    try {
      await work();
      toast({ text: said });
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      toast({ text: error.detail });
      asked.reload();
    }
  };
  return {
    ...asked,
    path,
    put_by: (more, body, said) =>
      told(async () => asked.put(await api.post<PeopleOfSchool>(`${path}/${more}`, body)), said),
    change: (id, change, said) =>
      told(async () => {
        await api.patch(`${path}/people/${id}`, change);
        asked.reload();
      }, said),
  };
}
