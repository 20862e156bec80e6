import { useGet } from '#ui/ui.ts';
import { isSchoolsOwn } from '../../../rules/passing/own.ts';
import type { Category } from '../../../rules/categories.ts';
import type { Passing } from '../../../rules/passing/passing.ts';

/** Who of the school would get the question first; undefined where it is the desk's, or nobody is there for it. */
export function useTechnician(category: Category | ''): string | undefined {
  const theirs = category !== '' && isSchoolsOwn(category);
  const { data } = useGet<Passing>(theirs ? '/api/passing' : null);
  return theirs ? data?.technician?.name : undefined;
}
