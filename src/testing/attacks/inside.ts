import { randomBytes } from 'node:crypto';
import type { Client } from '../client.ts';
import { hidden, type Attack, type Prey } from './attack.ts';

/** After what a school must not see of its own: tickets inside; and after the words of others. */
export const attacks_on_messages: readonly Attack[] = [
  hidden('PATCH /api/tickets/:number/replies/:id', (me, prey) =>
    me.patch(`/api/tickets/${prey.number}/replies/${prey.reply}`, { text: 'I was here' }),
  ),
  hidden('PATCH /api/tickets/:number/notes/:id', (me, prey) =>
    me.patch(`/api/tickets/${prey.number}/notes/${prey.note}`, { text: 'I was here' }),
  ),
  hidden('POST /api/tickets/:number/outgoing/:id/again', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/outgoing/${prey.outgoing}/again`, {}),
  ),
];

/**
 * Lays out what the iGroup has inside about the prey's own school: the prey as its own people would go after it. A
 * ticket of theirs goes on from it, and must not say so.
 */
export async function luredInside(prey: Prey, nadia: Client): Promise<Prey> {
  const canary = `canary${randomBytes(6).toString('hex')}`;
  const asked = { category: 'attendance', impact: 'one_person', urgency: 'low', school: prey.school };
  const noteFile = (await nadia.upload(`inside-${canary}.txt`, `content ${canary}`)).body.id;
  const { body: opened } = await nadia.post('/api/tickets', {
    ...asked,
    subject: `Inside ${canary}`,
    description: `Words ${canary}`,
    inside: true,
    files: [noteFile],
  });
  const path = `/api/tickets/${opened.number}`;
  await nadia.post('/api/tickets', {
    ...asked,
    subject: 'What you may know',
    description: 'x',
    follows: opened.number,
  });
  const { body: changed } = await nadia.patch(path, { urgency: 'normal' });
  return {
    ...prey,
    canary,
    number: opened.number,
    ended: opened.number,
    file: noteFile,
    noteFile,
    waitingFile: noteFile,
    reply: opened.messages[0].id,
    note: opened.messages[0].id,
    change: changed.undo.change,
    key: 'none',
    stir: () => nadia.post(`${path}/notes`, { text: `Live ${canary}` }),
    watch: [
      async () => (await nadia.get(path)).body,
      async () => (await nadia.get(`${path}/history`)).body,
      async () => (await nadia.get('/api/tickets/counts?state=all&inside=yes')).body,
    ],
  };
}

/** The attacks that go after a ticket: its own school's people try them on what is inside. They may open their own. */
export const onTickets = (attacks: readonly Attack[]): Attack[] =>
  attacks
    .filter(({ route }) => /\/api\/(tickets|files|events|notices)\b/.test(route))
    .map(attack => ({ ...attack, hidden: attack.hidden && attack.route !== 'POST /api/tickets' }));
