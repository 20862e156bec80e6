import { blind, type Attack } from './attack.ts';

/** What everybody reads of the articles: nothing that is for a school or for the iGroup. */
export const attacks_on_public_articles: Attack[] = [
  blind('GET /api/public/articles', me => me.get('/api/public/articles')),
  blind('POST /api/public/suggestions', (me, { canary }) =>
    me.post('/api/public/suggestions', { title: `words ${canary}`, limit: 20 }),
  ),
  blind('GET /api/public/articles/:id', async me => {
    const seen = await Promise.all(
      Array.from({ length: 12 }, (_, at) => me.get(`/api/public/articles/${at + 1}`)),
    );
    return { status: 200, body: seen.map(({ body }) => body), headers: {} };
  }),
];
