import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const built = fileURLToPath(
  new URL(import.meta.url.endsWith('.ts') ? '../../../dist/web/' : '../web/', import.meta.url),
);

/** The screens: built assets that never change under their name, and for each path the page of its face. */
export async function servePages(
  app: FastifyInstance,
  pages: Record<string, readonly string[]>,
): Promise<void> {
  if (!existsSync(built)) return app.log.warn('the screens are not built: only the API is served');
  await app.register(fastifyStatic, {
    root: built,
    prefix: '/',
    index: false,
    wildcard: false,
    preCompressed: true,
    globIgnore: ['**/*.br', '**/*.gz', '*.html'],
    maxAge: '365d',
    immutable: true,
  });
  for (const [page, paths] of Object.entries(pages))
    for (const path of paths)
      app.get(path, { schema: { hide: true } }, (_request, reply) =>
        reply.sendFile(page, { maxAge: 0, immutable: false, cacheControl: false }),
      );
  app.addHook('onSend', async (request, reply) => {
    if (reply.getHeader('content-type')?.toString().startsWith('text/html'))
      reply.header('cache-control', 'no-cache');
  });
}
