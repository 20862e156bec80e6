import type { Client } from '../client.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

const base = '/api/topics';
const one = `${base}/:id`;
const of_answer = '/api/topic-answers/:id';
const plain = { area: 'pen', title: 'What all may read', text: 'Plain.' };

/** What the prey's school has in the forum. */
export interface InForum {
  /** What all may read: asked by a person of a school that is named alone; she agreed to a ticket, and has one. */
  read: number;
  /** Her answer there that stands, and one that is hidden. */
  answer: number;
  hidden_answer: number;
  /** A topic that is hidden, with an answer in it; and one that was merged into it. */
  hidden: number;
  in_hidden: number;
  merged: number;
  report: number;
}

/**
 * Lays out topics of the prey's school, whose people are not named: with what the desk took out of a question, what it hid
 * and why, what was reported, and what is being written.
 */
export async function askedBy(
  { maria, nadia }: { maria: Client; nadia: Client },
  canary: string,
): Promise<InForum> {
  const ask = async (title: string) =>
    (await maria.post(base, { area: 'pen', title, text: `Words ${canary}`, may_open_ticket: true })).body
      .id as number;
  const answer = async (topic: number, text: string) =>
    (await maria.post(`${base}/${topic}/answers`, { text })).body.items.at(-1).id as number;
  const read = await ask(`Title ${canary}`);
  await nadia.patch(`${base}/${read}`, plain);
  await nadia.post(`${base}/${read}/ticket`);
  const stays = await answer(read, 'Plain answer.');
  const hidden_answer = await answer(read, `Answer ${canary}`);
  await nadia.put(`/api/topic-answers/${hidden_answer}/hiding`, { why: `Why ${canary}` });
  const other = await ask(`Hidden ${canary}`);
  const in_hidden = await answer(other, `In it ${canary}`);
  const merged = await ask(`Merged ${canary}`);
  await nadia.put(`${base}/${merged}/merge`, { into: other });
  await nadia.put(`${base}/${other}/hiding`, { why: `Why ${canary}` });
  await nadia.post(`${base}/${read}/reports`, { why: `Report ${canary}` });
  const { items } = (await nadia.get('/api/forum/reports')).body;
  await maria.put('/api/drafts/new:topic', { fields: { text: `Draft ${canary}` }, version: 0 });
  return { read, answer: stays, hidden_answer, hidden: other, in_hidden, merged, report: items.at(-1).id };
}

/** What the desk sees of them, which no attack changes. */
export const forumOf = (nadia: Client, { hidden: other, read }: InForum) => [
  async () => (await nadia.get(`${base}/${other}`)).body,
  async () => (await nadia.get('/api/forum/reports')).body,
  async () => {
    const { title, text, area, locked, accepted, consent, goes_on_in, items } = (
      await nadia.get(`${base}/${read}`)
    ).body;
    return { title, text, area, locked, accepted, consent, goes_on_in, items };
  },
];

type Call = (me: Client, id: number, prey: Prey) => ReturnType<Client['get']>;
/** On each topic that is not there for schools. */
const onHidden = (route: string, call: Call): Attack[] =>
  (['hidden', 'merged'] as const).map(which =>
    hidden(route, (me, prey) => call(me, prey.forum[which], prey)),
  );
/** On each answer that is not there. */
const onAnswers = (route: string, call: Call): Attack[] =>
  (['hidden_answer', 'in_hidden'] as const).map(which =>
    hidden(route, (me, prey) => call(me, prey.forum[which], prey)),
  );
const onRead = (route: string, call: Call): Attack =>
  blind(route, (me, prey) => call(me, prey.forum.read, prey));

/** Where schools are named alone, no person is read of another; nor what is between her and the desk. */
const unnamed = (route: string, path: (prey: Prey) => string): Attack => ({
  route,
  hidden: false,
  by: async (me, prey) => {
    const { status, body } = await me.get(path(prey));
    const told = JSON.stringify(body);
    const between = status === 200 && (body.ticket !== null || body.consent !== null);
    const named = between || /Maria Santos|"person":\{/.test(told);
    return { status, text: named ? prey.canary : told };
  },
});

/** A count, or what a search finds, tells as much as words do. */
const found = (path: (prey: Prey) => string): Attack => ({
  route: `GET ${base}`,
  hidden: false,
  by: async (me, prey) => {
    const { status, body } = await me.get(path(prey));
    const there = status === 200 && (body.items as unknown[]).length > 0;
    return { status, text: there ? prey.canary : '' };
  },
});

/** After topics and answers that are hidden, who wrote what, what was said before, and what the desk does. */
export const attacks_on_forum: readonly Attack[] = [
  blind(`GET ${base}`, me => me.get(`${base}?limit=100`)),
  ...['unanswered', 'mine', 'followed', 'waiting', 'reported', 'hidden'].map(show =>
    blind(`GET ${base}`, me => me.get(`${base}?limit=100&show=${show}`)),
  ),
  unnamed(`GET ${one}`, ({ forum }) => `${base}/${forum.read}`),
  found(({ canary }) => `${base}?q=${canary}`),
  found(({ canary }) => `${base}?q=${canary.slice(0, -3)}`),
  found(({ canary }) => `${base}?like=${canary}`),
  blind(`POST ${base}`, me => me.post(base, plain)),
  ...onHidden(`GET ${one}`, (me, id) => me.get(`${base}/${id}`)),
  ...onHidden(`PATCH ${one}`, (me, id) => me.patch(`${base}/${id}`, plain)),
  onRead(`PATCH ${one}`, (me, id) => me.patch(`${base}/${id}`, { title: 'Mine', text: 'Mine' })),
  ...onHidden(`GET ${one}/versions`, (me, id) => me.get(`${base}/${id}/versions`)),
  onRead(`GET ${one}/versions`, (me, id) => me.get(`${base}/${id}/versions`)),
  ...onHidden(`POST ${one}/answers`, (me, id) => me.post(`${base}/${id}/answers`, { text: 'x' })),
  ...onAnswers(`PATCH ${of_answer}`, (me, id) => me.patch(`/api/topic-answers/${id}`, { text: 'x' })),
  blind(`PATCH ${of_answer}`, (me, { forum }) =>
    me.patch(`/api/topic-answers/${forum.answer}`, { text: 'x' }),
  ),
  ...onAnswers(`GET ${of_answer}/versions`, (me, id) => me.get(`/api/topic-answers/${id}/versions`)),
  ...onAnswers(`POST ${of_answer}/reports`, (me, id) =>
    me.post(`/api/topic-answers/${id}/reports`, { why: 'x' }),
  ),
  ...onHidden(`POST ${one}/reports`, (me, id) => me.post(`${base}/${id}/reports`, { why: 'x' })),
  ...onHidden(`PUT ${one}/accepted`, (me, id, { forum }) =>
    me.put(`${base}/${id}/accepted`, { answer: forum.in_hidden }),
  ),
  onRead(`PUT ${one}/accepted`, (me, id, { forum }) =>
    me.put(`${base}/${id}/accepted`, { answer: forum.answer }),
  ),
  ...onHidden(`PUT ${one}/me-too`, (me, id) => me.put(`${base}/${id}/me-too`, {})),
  ...onHidden(`DELETE ${one}/me-too`, (me, id) => me.delete(`${base}/${id}/me-too`)),
  ...onHidden(`PUT ${one}/following`, (me, id) => me.put(`${base}/${id}/following`, {})),
  ...onHidden(`DELETE ${one}/following`, (me, id) => me.delete(`${base}/${id}/following`)),
  ...onHidden(`PUT ${one}/look`, (me, id) => me.put(`${base}/${id}/look`, {})),
  ...onHidden(`PUT ${one}/consent`, (me, id) => me.put(`${base}/${id}/consent`, { consent: 'refused' })),
  onRead(`PUT ${one}/consent`, (me, id) => me.put(`${base}/${id}/consent`, { consent: 'refused' })),
  ...onHidden(`PUT ${one}/area`, (me, id) => me.put(`${base}/${id}/area`, { area: 'attendance' })),
  onRead(`PUT ${one}/area`, (me, id) => me.put(`${base}/${id}/area`, { area: 'attendance' })),
  ...onHidden(`PUT ${one}/lock`, (me, id) => me.put(`${base}/${id}/lock`, { locked: true })),
  onRead(`PUT ${one}/lock`, (me, id) => me.put(`${base}/${id}/lock`, { locked: true })),
  ...onHidden(`PUT ${one}/hiding`, (me, id) => me.put(`${base}/${id}/hiding`, { why: 'x' })),
  ...onHidden(`DELETE ${one}/hiding`, (me, id) => me.delete(`${base}/${id}/hiding`)),
  ...onAnswers(`PUT ${of_answer}/hiding`, (me, id) =>
    me.put(`/api/topic-answers/${id}/hiding`, { why: 'x' }),
  ),
  blind(`PUT ${of_answer}/hiding`, (me, { forum }) =>
    me.put(`/api/topic-answers/${forum.answer}/hiding`, { why: 'x' }),
  ),
  ...onAnswers(`DELETE ${of_answer}/hiding`, (me, id) => me.delete(`/api/topic-answers/${id}/hiding`)),
  ...onHidden(`PUT ${one}/merge`, (me, id, { forum }) => me.put(`${base}/${id}/merge`, { into: forum.read })),
  onRead(`PUT ${one}/merge`, (me, id, { forum }) => me.put(`${base}/${id}/merge`, { into: forum.hidden })),
  ...onHidden(`DELETE ${one}/merge`, (me, id) => me.delete(`${base}/${id}/merge`)),
  ...onHidden(`POST ${one}/article`, (me, id) => me.post(`${base}/${id}/article`, {})),
  ...onHidden(`POST ${one}/consent`, (me, id) => me.post(`${base}/${id}/consent`)),
  ...onHidden(`POST ${one}/ticket`, (me, id) => me.post(`${base}/${id}/ticket`)),
  blind('GET /api/articles/:id/topics', (me, { hidden_articles }) =>
    me.get(`/api/articles/${hidden_articles[0]}/topics`),
  ),
  blind('GET /api/forum/reports', me => me.get('/api/forum/reports')),
  blind('PUT /api/forum/reports/:id/settling', (me, { forum }) =>
    me.put(`/api/forum/reports/${forum.report}/settling`, {}),
  ),
  blind('GET /api/forum/names', me => me.get('/api/forum/names')),
  blind('PUT /api/forum/names', me => me.put('/api/forum/names', { names: 'person' })),
  blind('GET /api/forum/days', me => me.get('/api/forum/days')),
  blind('PUT /api/forum/days', me => me.put('/api/forum/days', { days: 9 })),
];
