import type { FastifyRequest } from 'fastify';
import type { Lang } from '../schemas.ts';

/** The reader's language: what the page says of itself, else what the browser prefers, else English. */
export function langOf(request: Pick<FastifyRequest, 'headers'>): Lang {
  const preferred = request.headers['accept-language'] ?? '';
  const first = preferred
    .split(',')
    .map(part => part.trim().slice(0, 2).toLowerCase())
    .find(lang => lang === 'en' || lang === 'fr');
  return first === 'fr' ? 'fr' : 'en';
}
