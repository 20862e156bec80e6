import { z } from 'zod';
import { line, Moment } from '#platform/schemas.ts';
import { searched_limits } from './searched.ts';

/** Searches that found nothing: the contract of `/api/article-searches`. */

export const SearchedInVain = z.object({ words: line(searched_limits.typed) });
export type SearchedInVain = z.output<typeof SearchedInVain>;

export const LeftSearch = SearchedInVain.extend({ left: z.boolean() });
export type LeftSearch = z.output<typeof LeftSearch>;

export const Searches = z.object({
  items: z.array(
    z.object({
      words: z.string(),
      times: z.number().int(),
      /** From how many schools. */
      schools: z.number().int(),
      /** Whether somebody of the desk was among those who looked. With neither it was without sign-in. */
      desk: z.boolean(),
      last: Moment,
    }),
  ),
});
export type Searches = z.infer<typeof Searches>;
