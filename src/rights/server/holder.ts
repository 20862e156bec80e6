import type { z } from 'zod';
import type { Holder } from '../rules/request.ts';
import type { RightRow } from './tables.ts';

/** Who holds it, as a right and a request answer it: somebody of the school's list, or a name and a job as typed. */
export const holderOf = (
  { person_id, holder_name, holder_job }: Pick<RightRow, 'person_id' | 'holder_name' | 'holder_job'>,
  person: { name: string; left_at: Date | null } | null,
): z.infer<typeof Holder> => ({
  person: person_id,
  name: holder_name ?? person?.name ?? '',
  job: holder_job,
  left: person?.left_at != null,
});
