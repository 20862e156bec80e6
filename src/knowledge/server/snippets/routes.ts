import { z } from 'zod';
import { route } from '#accounts/server/acting.ts';
import { id } from '#platform/schemas.ts';
import { publishesArticles, writesArticles } from '../../rules/policy.ts';
import { NewSnippet, Snippet, Snippets, SnippetWriting } from '../../rules/snippets.ts';
import { beginSnippet, changeSnippet, listSnippets, removeSnippet } from './keeping.ts';

const base = '/api/article-snippets';
const one = `${base}/:id`;
const params = z.object({ id: id() });

// prettier-ignore
export const snippetRoutes = [
  route({ method: 'GET', path: base, says: 'The snippets that articles may put in, and where each is', may: writesArticles, answer: Snippets, deed: ctx => listSnippets(ctx) }),
  route({ method: 'POST', path: base, says: 'Begin a snippet', may: publishesArticles, body: NewSnippet, status: 201, answer: Snippet, deed: (ctx, { body }) => beginSnippet(ctx, body) }),
  route({ method: 'PUT', path: one, says: 'Change a snippet: what shows it is published anew', may: publishesArticles, params, body: SnippetWriting, answer: Snippet, deed: (ctx, { params, body }) => changeSnippet(ctx, params.id, body) }),
  route({ method: 'DELETE', path: one, says: 'Take away a snippet that nothing puts in', may: publishesArticles, params, answer: z.object({}), deed: async (ctx, { params }) => { await removeSnippet(ctx, params.id); return {}; } }),
];
