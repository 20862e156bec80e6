import { z } from 'zod';

/** What `POST /api/articles/:id/pictures` answers: the picture’s number, and its size in pixels as it is kept. */
export const NewPictureAnswer = z.object({
  id: z.number().int(),
  width: z.number().int(),
  height: z.number().int(),
});
export type NewPictureAnswer = z.infer<typeof NewPictureAnswer>;
