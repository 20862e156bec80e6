import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

/** Pictures, papers, snippets, folders and searches: what hangs on articles, or is written for them. */

const base = '/api/articles';

/** A picture of one point. */
const point = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const as_picture = { 'content-type': 'image/png' };

/** Puts a picture into an article that is hidden, a snippet beside it, and a search and a mark of a ticket into the lists of the editors. */
export async function hungOn(
  { maria, nadia }: { maria: Client; nadia: Client },
  { article, number, canary }: { article: number; number: number; canary: string },
): Promise<Pick<Prey, 'picture' | 'snippet' | 'mark'>> {
  const { body: kept } = await nadia.post(`${base}/${article}/pictures`, point, as_picture);
  const { body: snippet } = await nadia.post('/api/article-snippets', {
    name: `Snippet ${canary}`,
    body: `Says ${canary}`,
  });
  await maria.post('/api/article-searches', { words: `looked for ${canary}` });
  const { body: mark } = await nadia.post(`/api/tickets/${number}/answers`, { kind: 'missing' });
  return { picture: { article, picture: kept.id }, snippet: snippet.id, mark: mark.id };
}

/** An empty zip. */
const zip = Buffer.from('UEsFBgAAAAAAAAAAAAAAAAAAAAAAAA==', 'base64');
const as_zip = { 'content-type': 'application/zip' };

type Call = (me: Client, id: number) => ReturnType<Client['get']>;
const onHidden = (route: string, call: Call): Attack[] =>
  Array.from({ length: 5 }, (_, place) =>
    hidden(route, (me, { hidden_articles }) => call(me, hidden_articles[place]!)),
  );
const at = ({ picture: { article, picture } }: Prey) => `${article}/pictures/${picture}`;

export const attacks_beside_articles: readonly Attack[] = [
  hidden(`GET ${base}/:id/pictures/:picture`, (me, prey) => me.get(`${base}/${at(prey)}`)),
  hidden(`GET ${base}/:id/pictures/:picture`, (me, { picture, read_articles }) =>
    me.get(`${base}/${read_articles[0]}/pictures/${picture.picture}`),
  ),
  hidden('GET /api/public/articles/:id/pictures/:picture', (me, prey) =>
    me.get(`/api/public/articles/${at(prey)}`),
  ),
  ...onHidden(`POST ${base}/:id/pictures`, (me, id) => me.post(`${base}/${id}/pictures`, point, as_picture)),
  ...onHidden(`GET ${base}/:id/paper.pdf`, (me, id) => me.get(`${base}/${id}/paper.pdf`)),
  ...onHidden('GET /api/public/articles/:id/paper.pdf', (me, id) =>
    me.get(`/api/public/articles/${id}/paper.pdf`),
  ),
  blind(`POST ${base}/from-html`, me => me.post(`${base}/from-html`, { html: '<table></table>' })),
  blind(`POST ${base}/import`, me => me.post(`${base}/import`, zip, as_zip)),
  blind(`GET ${base}/export.zip`, me => me.get(`${base}/export.zip`)),
  blind('GET /api/article-snippets', me => me.get('/api/article-snippets')),
  hidden('POST /api/article-snippets', me => me.post('/api/article-snippets', { name: 'Mine', body: 'x' })),
  hidden('PUT /api/article-snippets/:id', (me, { snippet }) =>
    me.put(`/api/article-snippets/${snippet}`, { name: 'Mine', body: 'x', edition: 1 }),
  ),
  hidden('DELETE /api/article-snippets/:id', (me, { snippet }) =>
    me.delete(`/api/article-snippets/${snippet}`),
  ),
  blind('GET /api/article-marks', me => me.get('/api/article-marks')),
  hidden('PUT /api/article-marks/:id', (me, { mark }) =>
    me.put(`/api/article-marks/${mark}`, { done: true }),
  ),
  blind('GET /api/synonyms', me => me.get('/api/synonyms')),
  hidden('PUT /api/synonyms', me => me.put('/api/synonyms', { edition: 0, groups: [['mine', 'ours']] })),
  blind('GET /api/article-searches', me => me.get('/api/article-searches')),
  blind('POST /api/article-searches', me => me.post('/api/article-searches', { words: 'looked for mine' })),
  blind('POST /api/public/article-searches', me =>
    me.post('/api/public/article-searches', { words: 'looked for mine' }),
  ),
  hidden('PUT /api/article-searches/left', me =>
    me.put('/api/article-searches/left', { words: 'looked for mine', left: true }),
  ),
];
