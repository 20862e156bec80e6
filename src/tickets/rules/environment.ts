import { z } from 'zod';
import { line } from '#platform/schemas.ts';

/** On what a question was asked (S19), as far as the person let it be sent. `page` is a path, without its query. */
export const Environment = z.object({
  browser: line(),
  system: line(),
  page: line().refine(page => page.startsWith('/') && !/[?#]/.test(page), 'path_only'),
});
export type Environment = z.infer<typeof Environment>;
