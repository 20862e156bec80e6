import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';

/**
 * Makes a server close gently: requests finish that were begun; connections that only wait are closed, also those that
 * a browser has opened ahead and asked nothing on; and all of them after ten seconds. Call it before it listens.
 */
export function gentlyClosing(app: FastifyInstance): () => Promise<void> {
  const unasked = new Set<Socket>();
  app.server.on('connection', socket => {
    unasked.add(socket);
    socket.once('close', () => unasked.delete(socket));
  });
  app.server.on('request', ({ socket }) => unasked.delete(socket));
  const closeWaiting = () => {
    app.server.closeIdleConnections();
    for (const socket of unasked) socket.destroy();
  };
  return async () => {
    const idle = setInterval(closeWaiting, 100);
    const late = setTimeout(() => app.server.closeAllConnections(), 10_000);
    await app.close().finally(() => {
      clearInterval(idle);
      clearTimeout(late);
    });
  };
}
