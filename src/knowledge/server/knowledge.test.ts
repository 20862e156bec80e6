import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { actorOf } from '#accounts/server/acting.ts';
import { readOn } from '#platform/jobs/readers.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { listen } from '#testing/listener.ts';
import type { Article, ArticleLine } from '../rules/article.ts';
import type { Suggestions } from '../rules/suggestion.ts';
import type { Answers } from '../rules/use.ts';
import { traveller } from './using.ts';

/** Articles, what becomes of them, and what is suggested. */

let house: House;
let maria: Client, joan: Client, maya: Client, tom: Client, nadia: Client;
const software = actorOf({ side: 'system', job: 'test' });

beforeAll(async () => {
  house = await openHouse();
  maria = await house.as('Maria Santos');
  joan = await house.as('Joan Whitehorse');
  maya = await house.as('Maya Chen');
  tom = await house.as('Tom Becker');
  nadia = await house.as('Nadia Petrov');
});
afterAll(() => house.close());

const about = {
  kind: 'guide',
  audience: 'schools',
  title: 'Record a late arrival',
  body: 'Change the A to an L.',
};
let made = 0;
async function write(more: object = {}, by = tom): Promise<Article> {
  const { status, body } = await by.post('/api/articles', { ...about, title: `Article ${made++}`, ...more });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
}
const published = (more: object = {}) => write({ state: 'published', ...more });
const at = async (id: number, by = maya): Promise<Article> => (await by.get(`/api/articles/${id}`)).body;
const writing = (
  { writing: now, kind, audience, category, lang, for_roles, stage1_only }: Article,
  more: object,
) => ({
  ...{ kind, audience, category, lang, for_roles, stage1_only, owner: null, review_on: null },
  ...{ title: now?.title, summary: now?.summary, body: now?.body, edition: now?.edition ?? 0 },
  ...more,
});
const save = (article: Article, more: object, by = tom) =>
  by.put(`/api/articles/${article.id}`, writing(article, more));
const move = (article: Article, name: string, by = tom) =>
  by.post(`/api/articles/${article.id}/moves`, { move: name, edition: article.writing?.edition ?? 0 });
const textOf = ({ title, summary, text }: Article) => ({ title, summary, body: text });
const seen = async (by: Client, query: string) => {
  const { status, body } = await by.get(`/api/articles${query}`);
  expect(status, JSON.stringify(body)).toBe(200);
  return body;
};
const titles = async (by: Client, query = ''): Promise<string[]> =>
  (await seen(by, query)).items.map(({ title }: ArticleLine) => title);

describe('an article', () => {
  test('is written, proposed and published, and only then read by schools', async () => {
    const draft = await write({ title: 'Begun by an agent' }, maya);
    expect(draft).toMatchObject({
      state: 'draft',
      version: 0,
      html: null,
      can: { write: true, moves: ['propose', 'archive'].slice(0, 1) },
    });
    expect((await maria.get(`/api/articles/${draft.id}`)).status).toBe(404);
    expect(await titles(maria)).not.toContain('Begun by an agent');
    const proposed = (await move(draft, 'propose', maya)).body as Article;
    expect(proposed.writing?.proposed?.by).toBe('Maya Chen');
    expect((await move(proposed, 'publish', maya)).status).toBe(403);
    const out = (await move(proposed, 'publish')).body as Article;
    expect(out).toMatchObject({ state: 'published', version: 1, writing: null, published_by: 'Tom Becker' });
    expect(out.review!.over).toBe(false);
    const read = await at(draft.id, maria);
    expect(read).toMatchObject({
      title: 'Begun by an agent',
      published_by: null,
      owner: null,
      writing: null,
      counts: null,
    });
    expect(read.html).toContain('Change the A');
    expect((await move(out, 'publish')).status).toBe(409);
  });

  test('is heard of by open pages of schools when it comes, goes, or is for others', async () => {
    await house.app.listen({ host: '127.0.0.1', port: 0 });
    const page = await listen(house, maria);
    const told = () => page.signals.filter(kind => kind === 'articles').length;
    let article = await published({ title: 'Heard of' });
    const turned = (audience: string) => save(article, { ...textOf(article), audience });
    await move(article, 'archive');
    await move(article, 'restore');
    article = await at(article.id, tom);
    expect((await turned('igroup')).status).toBe(200);
    await expect.poll(told).toBe(4);
    // Of what is the iGroup's nothing is heard: what comes after it is the next.
    article = await at(article.id, tom);
    await move(article, 'archive');
    await move(article, 'restore');
    article = await at(article.id, tom);
    await turned('igroup');
    await turned('schools');
    await published({ title: 'Heard of last' });
    await expect.poll(told).toBeGreaterThanOrEqual(6);
    expect(told()).toBe(6);
    await page.cut();
  });

  test('is changed beside what is published, compared, and dropped or published', async () => {
    const article = await published({ title: 'Changed later', body: 'One.\n\nTwo.' });
    const changed = (await save(article, { title: 'Changed later', summary: '', body: 'One.\n\nThree.' }))
      .body as Article;
    expect(changed).toMatchObject({
      state: 'published',
      changed: true,
      writing: { edition: 1, body: 'One.\n\nThree.' },
    });
    expect((await at(article.id, maria)).html).toContain('Two');
    expect(JSON.stringify(await at(article.id, maria))).not.toContain('Three');
    expect(((await move(changed, 'drop')).body as Article).writing).toBeNull();
    const again = (await save(article, { title: 'Changed later', summary: '', body: 'One.\n\nFour.' }))
      .body as Article;
    await move(again, 'publish');
    expect((await at(article.id, maria)).html).toContain('Four');
    const { body } = await maya.get(`/api/articles/${article.id}/versions/2`);
    expect(body.lines).toEqual([
      { kind: 'same', text: 'Changed later' },
      { kind: 'same', text: 'One.' },
      { kind: 'removed', text: 'Two.' },
      { kind: 'added', text: 'Four.' },
    ]);
    expect((await maya.get(`/api/articles/${article.id}/versions`)).body.items).toHaveLength(2);
    expect((await maria.get(`/api/articles/${article.id}/versions`)).status).toBe(404);
  });

  test('is never written over unseen', async () => {
    const draft = await write({}, maya);
    expect((await save(draft, { body: 'Tom’s' })).status).toBe(200);
    const refused = await save(draft, { body: 'Maya’s' }, maya);
    expect(refused.status).toBe(409);
    expect(refused.body.kept.writing.body).toBe('Tom’s');
    expect((await save(draft, { body: 'Tom’s' }, maya)).status).toBe(200);
  });

  test('for the iGroup, for a role, or in Stage 1 alone is nowhere for others', async () => {
    const inside = await published({ audience: 'igroup', title: 'Inside only' });
    const leads = await published({ for_roles: ['lead'], title: 'For leads' });
    const stage1 = await published({ stage1_only: true, title: 'For Stage 1' });
    const archived = await published({ title: 'Put away' });
    expect((await move(archived, 'archive')).status).toBe(200);
    for (const { id } of [inside, leads, archived])
      expect((await maria.get(`/api/articles/${id}`)).status).toBe(404);
    expect(await titles(maria)).not.toEqual(expect.arrayContaining(['Inside only']));
    const found = await titles(maria);
    for (const title of ['Inside only', 'For leads', 'Put away']) expect(found).not.toContain(title);
    const lead = await house.as('Grant Bell');
    expect((await lead.get(`/api/articles/${leads.id}`)).status).toBe(200);
    expect((await maria.get(`/api/articles/${stage1.id}`)).status).toBe(200);
    expect((await (await house.as('Ana Ruiz')).get(`/api/articles/${stage1.id}`)).status).toBe(404);
    expect(await titles(maya, '?state=archived')).toContain('Put away');
    expect((await move(await at(archived.id), 'restore')).status).toBe(200);
    expect((await maria.get(`/api/articles/${archived.id}`)).status).toBe(200);
  });

  test('is opened to others, or brought back, by an editor alone', async () => {
    const inside = await published({ audience: 'igroup', title: 'Stays inside', external_id: 'wiki-inside' });
    const words = { title: 'Stays inside', summary: '', body: about.body, audience: 'schools' };
    expect((await save(inside, words, maya)).status).toBe(403);
    const again = { ...about, ...words, external_id: 'wiki-inside' };
    expect((await maya.post('/api/articles', again)).status).toBe(403);
    await move(inside, 'archive');
    expect((await maya.post('/api/articles', { ...again, audience: 'igroup' })).status).toBe(403);
    expect((await maria.get(`/api/articles/${inside.id}`)).status).toBe(404);
    await move(inside, 'restore');
    expect((await save(inside, words)).status).toBe(200);
    expect((await maria.get(`/api/articles/${inside.id}`)).status).toBe(200);
  });

  test('links by title, which does not break when it changes, and never to what its readers may not read', async () => {
    const target = await published({ title: 'The target' });
    const from = await published({ body: 'See [[The target]].' });
    expect((await at(from.id, maria)).html).toContain(`<a href="/answers/${target.id}"`);
    const renamed = (await save(target, { title: 'Another name', summary: '', body: about.body }))
      .body as Article;
    await move(renamed, 'publish');
    expect((await at(from.id, maria)).html).toContain('>Another name</a>');
    const opened = (await save(from, { title: from.title, summary: '', body: 'See [[Another name]] now.' }))
      .body as Article;
    expect(opened.writing!.body).toBe('See [[Another name]] now.');
    const secret = await published({ audience: 'igroup', title: 'A secret title' });
    const refused = await tom.post('/api/articles', {
      ...about,
      body: 'See [[A secret title]].',
      state: 'published',
    });
    expect(refused.status).toBe(422);
    expect(
      (await tom.post('/api/articles', { ...about, body: 'See [[Nothing]].', state: 'published' })).status,
    ).toBe(422);
    await move(await at(target.id), 'archive');
    expect((await at(from.id, maria)).html).not.toContain('Another name');
    expect(secret.id).toBeGreaterThan(0);
  });

  test('executes nothing and loads nothing from elsewhere', async () => {
    const { id } = await published({
      title: '<img src=x onerror=alert(1)>',
      body: '<script>alert(1)</script>\n\n![x](https://elsewhere/x.png)\n\n<form action="/x"><input></form>\n\n[a](javascript:alert(1)) <b style="position:fixed">b</b>',
    });
    expect((await at(id, maria)).html).not.toMatch(
      /<(script|img|form|input|b|style)[ >]|<[^>]+(javascript:|style=)/,
    );
  });

  test('of another system is there once, and follows it', async () => {
    const one = await published({ external_id: 'wiki-7', title: 'From a wiki' });
    const same = await published({ external_id: 'wiki-7', title: 'From a wiki' });
    expect(same).toMatchObject({ id: one.id, version: 1 });
    expect(await published({ external_id: 'wiki-7', title: 'From the wiki' })).toMatchObject({
      id: one.id,
      version: 2,
    });
  });

  test('is voted on, and the desk reads why', async () => {
    const { id } = await published();
    const voted = await maria.post(`/api/articles/${id}/votes`, {
      helped: false,
      why: 'Step 2 is not there.',
    });
    expect(voted.body.voted).toBe(false);
    await maria.post(`/api/articles/${id}/votes`, { helped: true });
    await joan.post(`/api/articles/${id}/votes`, { helped: false });
    expect((await at(id)).counts).toEqual({ solved: 0, answered: 0, helped: 1, not: 1 });
    const { items } = (await maya.get(`/api/articles/${id}/votes`)).body;
    expect(items.map(({ why }: { why: string }) => why)).toEqual([null, null, 'Step 2 is not there.']);
    expect((await maria.get(`/api/articles/${id}/votes`)).status).toBe(404);
  });
});

const suggested = async (by: Client, title: string, more: object = {}): Promise<Suggestions['items']> => {
  const { status, body } = await by.post('/api/suggestions', { title, ...more });
  expect(status, JSON.stringify(body)).toBe(200);
  return body.items;
};

describe('what is suggested', () => {
  test('follows what is published, and never shows what one may not read', async () => {
    const open = await published({ title: 'The quokka printer jams', summary: 'Open the quokka lid.' });
    await published({ title: 'The quokka password', audience: 'igroup' });
    await write({ title: 'A quokka draft' });
    await expect
      .poll(async () => (await suggested(maria, 'quokka jam')).map(({ id }) => id))
      .toEqual([open.id]);
    expect((await suggested(maria, 'quokka jam'))[0]).toMatchObject({ sentence: 'Open the quokka lid.' });
    expect(await suggested(maya, 'quokka')).toHaveLength(2);
    await move(open, 'archive');
    await expect.poll(() => suggested(maria, 'quokka jam')).toEqual([]);
  });

  test('are tickets of one’s own school; for the desk of all, but none that is hidden', async () => {
    const ask = (by: Client, subject: string, more = {}) =>
      by.post('/api/tickets', {
        subject,
        description: 'numbat',
        category: 'pen',
        impact: 'one_person',
        urgency: 'low',
        ...more,
      });
    const mine = (await ask(maria, 'Numbat list is empty')).body.number;
    const theirs = (await ask(joan, 'Numbat list is wrong')).body.number;
    const numbers = async (by: Client) =>
      (await suggested(by, 'numbat', { kind: 'ticket' })).map(({ id }) => id);
    await expect.poll(() => numbers(maria)).toEqual([mine]);
    expect(await numbers(joan)).toEqual([theirs]);
    expect(new Set(await numbers(maya))).toEqual(new Set([mine, theirs]));
    // When something happened on it last, in her zone, and that she may write on it.
    const own = (await maria.get(`/api/tickets/${mine}`)).body;
    expect((await suggested(maria, 'numbat', { kind: 'ticket' }))[0]).toMatchObject({
      ...{ ended: false, can_reply: true, last_activity: { at: own.last_activity.at } },
    });
    await maria.post(`/api/tickets/${mine}/moves`, { move: 'withdraw', reason: 'found' });
    await expect
      .poll(async () => (await suggested(maria, 'numbat', { kind: 'ticket' }))[0])
      .toMatchObject({ ended: true });
    expect((await suggested(maria, 'numbat', { kind: 'ticket' }))[0]).not.toHaveProperty('can_reply');
  });

  test('learns from solved tickets of another system, which come in once', async () => {
    const right = await published({ title: 'Wombat settings', body: 'Nothing of the words.' });
    const wrong = await published({ title: 'Bilby list', body: 'The bilby list.' });
    const past = (n: number) => ({
      external_id: `old-${n}`,
      subject: `bilby list ${n} broken`,
      description: `the bilby list shows nothing ${n}`,
      solution: 'settings',
      articles: [right.id],
      ...{ opened: '2024-01-01T10:00:00Z', closed: '2024-01-02T10:00:00Z' },
    });
    const batch = Array.from({ length: 400 }, (_, n) => past(n));
    expect((await maya.post('/api/tickets/import', batch)).status).toBe(404);
    expect((await nadia.post('/api/tickets/import', batch)).body).toEqual({
      added: 400,
      changed: 0,
      same: 0,
    });
    expect((await nadia.post('/api/tickets/import', { items: batch.slice(0, 3) })).body).toEqual({
      added: 0,
      changed: 0,
      same: 3,
    });
    expect((await nadia.post('/api/tickets/import', [{ ...past(1), articles: [wrong.id] }])).body).toEqual({
      added: 0,
      changed: 1,
      same: 0,
    });
    await expect
      .poll(async () => (await suggested(maria, 'bilby list shows nothing')).map(({ id }) => id))
      .toContain(right.id);
    const own = await suggested(maria, 'bilby list', { kind: 'ticket' });
    expect(own.filter(({ id }) => id < 0)).toEqual([]);
    expect((await suggested(maya, 'bilby list', { kind: 'ticket' }))[0]).toMatchObject({
      sentence: 'settings',
    });
    const refused = await nadia.post('/api/tickets/import', [{ ...past(9000), articles: [9_999_999] }]);
    expect(refused.status).toBe(422);
  });

  test('answers nothing to nothing, and to what is too long a sentence', async () => {
    expect(await suggested(maria, '')).toEqual([]);
    expect((await maria.post('/api/suggestions', { title: 'x'.repeat(30_000) })).status).toBe(422);
    expect((await house.anyone.post('/api/suggestions', { title: 'x' })).status).toBe(401);
  });
});

describe('what became of an article', () => {
  test('travels with the ticket that is asked after it, and to no other', async () => {
    const { id } = await published({ title: 'Tried in vain' });
    const other = await published({ title: 'Solved it' });
    expect((await maria.post(`/api/articles/${id}/uses`, { kind: 'tried' })).status).toBe(201);
    await maria.post(`/api/articles/${other.id}/uses`, {
      kind: 'solved_it',
      question: 'where is the red stamp',
    });
    await joan.post(`/api/articles/${id}/uses`, { kind: 'read' });
    house.clock.advance(60_000);
    const asked = {
      subject: 'Bus list',
      description: 'x',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    };
    const { number } = (await maria.post('/api/tickets', asked)).body;
    const next = (await maria.post('/api/tickets', asked)).body.number;
    await readOn(house.database, software, traveller);
    const answers = async (ticket: number): Promise<Answers> =>
      (await maya.get(`/api/tickets/${ticket}/answers`)).body;
    expect((await answers(number)).tried).toMatchObject([
      { kind: 'tried', article: { id, version: 1 }, by: 'Maria Santos' },
    ]);
    expect((await answers(next)).tried).toEqual([]);
    expect((await maria.get(`/api/tickets/${number}/answers`)).status).toBe(404);
    // What the desk solved by it, and what it answered without a ticket, are two numbers.
    expect((await at(other.id)).counts).toMatchObject({ solved: 0, answered: 1 });
  });

  test('is no answer without a ticket where the same person asks the same within a day', async () => {
    const { id } = await published({ title: 'Honest', body: 'Nothing of the words.', category: 'pen' });
    const says = (by: Client, question: string) =>
      by.post(`/api/articles/${id}/uses`, { kind: 'solved_it', question });
    const asks = async (by: Client, subject: string) => {
      const asked = {
        subject,
        description: 'Please help.',
        category: 'pen',
        impact: 'one_person',
        urgency: 'low',
      };
      await by.post('/api/tickets', asked);
      await readOn(house.database, software, traveller);
      return (await at(id)).counts!.answered;
    };
    await says(maria, 'the potoroo number is missing on the list');
    const found = async () => (await suggested(joan, 'potoroo')).map(item => item.id);
    await expect.poll(found).toContain(id);
    house.clock.advance(3_600_000);
    expect(await asks(maria, 'A locker key was lost')).toBe(1);
    expect(await asks(joan, 'The potoroo number is missing')).toBe(1);
    expect(await asks(maria, 'Potoroo number missing')).toBe(0);
    // It teaches no more, and a second ticket changes nothing.
    await expect.poll(found).not.toContain(id);
    expect(await asks(maria, 'Potoroo number missing still')).toBe(0);
  });

  test('teaches as long as nobody takes it back', async () => {
    const { id } = await published({ title: 'Echidna', body: 'Nothing of the words.' });
    const solved = await maria.post(`/api/articles/${id}/uses`, {
      kind: 'solved_it',
      question: 'the bettong will not hop',
    });
    const found = async () => (await suggested(maria, 'bettong')).map(item => item.id);
    await expect.poll(found).toContain(id);
    expect((await suggested(maria, 'bettong'))[0]).toMatchObject({ lang: 'en' });
    expect((await maria.delete(`/api/article-uses/${solved.body.id}`)).status).toBe(200);
    await expect.poll(found).not.toContain(id);
  });

  test('is said of a ticket once, taken back by who said it, and teaches', async () => {
    const { id } = await published({ title: 'Pademelon' });
    const asked = {
      subject: 'Thylacine',
      description: 'thylacine',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    };
    const { number } = (await maria.post('/api/tickets', asked)).body;
    const say = (body: object, by = maya) => by.post(`/api/tickets/${number}/answers`, body);
    const first = (await say({ kind: 'solved', article: id })).body.id;
    expect((await say({ kind: 'solved', article: id })).body.id).toBe(first);
    await say({ kind: 'missing' });
    const { marked } = (await maya.get(`/api/tickets/${number}/answers`)).body as Answers;
    expect(marked.map(({ kind }) => kind)).toEqual(['solved', 'missing']);
    expect((await nadia.delete(`/api/article-uses/${first}`)).status).toBe(404);
    expect((await maya.delete(`/api/article-uses/${first}`)).status).toBe(200);
    expect((await maya.delete(`/api/article-uses/${first}`)).status).toBe(404);
    expect((await maria.post(`/api/tickets/${number}/answers`, { kind: 'missing' })).status).toBe(404);
    const { items } = (await maya.get(`/api/tickets/${number}/history`)).body;
    expect(items.at(-1).words).toBe('Maya Chen said what answers it');
  });

  test('is written from a ticket', async () => {
    const asked = {
      subject: 'Numbers',
      description: 'x',
      category: 'pen',
      impact: 'one_person',
      urgency: 'low',
    };
    const { number } = (await maria.post('/api/tickets', asked)).body;
    const { id, title } = await write({ ticket: number }, maya);
    expect(((await maya.get(`/api/tickets/${number}/answers`)).body as Answers).written).toMatchObject([
      { id, title },
    ]);
    expect((await maya.post('/api/articles', { ...about, ticket: 999_999 })).status).toBe(404);
  });

  // The last: who is signed in is signed out by then.
  test('stays an answer where the same is asked more than a day later', async () => {
    const { id } = await published({ title: 'Lasting', body: 'Nothing of the words.' });
    await joan.post(`/api/articles/${id}/uses`, {
      kind: 'solved_it',
      question: 'the dunnart number is missing',
    });
    house.clock.advance(24 * 3_600_000 + 60_000);
    const asked = { description: 'Please help.', category: 'pen', impact: 'one_person', urgency: 'low' };
    const again = await house.as('Joan Whitehorse');
    const { status } = await again.post('/api/tickets', {
      subject: 'The dunnart number is missing',
      ...asked,
    });
    expect(status).toBe(201);
    await readOn(house.database, software, traveller);
    expect((await at(id, await house.as('Maya Chen'))).counts!.answered).toBe(1);
  });
});
