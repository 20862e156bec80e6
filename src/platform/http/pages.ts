import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { notFound } from '../refusals.ts';

const built = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../../dist/web/' : '../web/', import.meta.url),
);

/**
 * The screens: built assets that never change under their name, and for each path the page of its face; `lost` for
 * any other address that a person opens.
 */
export async function servePages(
  app: FastifyInstance,
  pages: Record<string, readonly string[]>,
  lost: string,
): Promise<void> {
  if (!existsSync(built)) return app.log.warn('the screens are not built: only the API is served');
  await app.register(fastifyStatic, {
    root: built,
    prefix: '/',
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz', '*.html'],
    // The one file that changes under its name; browsers look for another now and then.
    setHeaders: (reply, path) => {
      if (/worker\.js(\.\w+)?$/.test(path)) reply.header('cache-control', 'no-cache');
    },
    maxAge: '365d',
    immutable: true,
  });
  for (const [page, paths] of Object.entries(pages))
    for (const path of paths)
      app.get(path, { schema: { hide: true } }, (_request, reply) =>
        reply.sendFile(page, { maxAge: 0, immutable: false, cacheControl: false }),
      );
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (!request.headers.accept?.includes('text/html') || request.url.startsWith('/api/')) throw notFound();
    return reply.code(404).sendFile(lost, { cacheControl: false });
  });
  app.addHook('onSend', async (request, reply) => {
    if (reply.getHeader('content-type')?.toString().startsWith('text/html'))
      reply.header('cache-control', 'no-cache');
    // On a bad line half a kilobyte for each of a dozen files is a second.
    if (request.url.startsWith('/assets/')) for (const name of of_pages) reply.raw.removeHeader(name);
  });
}

/** What a browser heeds in the answer that is a page, and in no file that the page loads. */
const of_pages = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
];
