import type { Client } from '../client.ts';
import { blind, hidden, type Attack } from './attack.ts';

/** Announces something to one school alone. */
export const announcedTo = async (by: Client, school: number, canary: string): Promise<number> =>
  (
    await by.post('/api/announcements', {
      kind: 'news',
      title: `Notice ${canary}`,
      text: `Words ${canary}`,
      schools: [school],
      ends: null,
    })
  ).body.id;

/** On announcements: reading another school's, and doing what is the desk's. */
export const attacks_on_announcements: readonly Attack[] = [
  blind('GET /api/announcements', me => me.get('/api/announcements?limit=100')),
  blind('GET /api/announcements', me => me.get('/api/announcements?when=past&limit=100')),
  blind('GET /api/announcements', (me, prey) =>
    me.get(`/api/announcements?cursor=${prey.announcement + 1}&limit=1`),
  ),
  hidden('POST /api/announcements', me =>
    me.post('/api/announcements', { kind: 'news', title: 'Mine', text: 'x', schools: null, ends: null }),
  ),
  hidden('PATCH /api/announcements/:id', (me, prey) =>
    me.patch(`/api/announcements/${prey.announcement}`, { title: 'Mine' }),
  ),
  hidden('PUT /api/announcements/:id/withdrawal', (me, prey) =>
    me.put(`/api/announcements/${prey.announcement}/withdrawal`, {}),
  ),
  hidden('DELETE /api/announcements/:id/withdrawal', (me, prey) =>
    me.delete(`/api/announcements/${prey.announcement}/withdrawal`),
  ),
];
