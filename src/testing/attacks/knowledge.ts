import type { Client } from '../client.ts';
import { listen } from '../listener.ts';
import { blind, hidden, type Attack, type Prey } from './attack.ts';

const base = '/api/articles';
const one = `${base}/:id`;
const words = (canary: string) => ({ summary: `Summary ${canary}`, body: `Words ${canary}.` });
const article = (what: string, canary: string) => ({
  ...{ kind: 'faq', audience: 'schools', title: `${what} ${canary}` },
  ...words(canary),
});
/** What everybody may read. */
const plain = { kind: 'faq', audience: 'schools', title: 'What all may read', body: 'Plain.' };
const meanwhile = { ...plain, audience: 'igroup', title: 'Written meanwhile', state: 'published' };

/**
 * Lays out articles of each audience: a draft, one proposed, one for the iGroup, one that was archived, one for a role that
 * the attacker has not; and those that she may read: one that is being written anew and was the iGroup's before, one
 * that links to what is hidden. On them what the prey's school did and said, and a solved ticket of another system.
 */
export async function knownAt(
  { maria, nadia }: { maria: Client; nadia: Client },
  { school, canary }: { school: number; canary: string },
): Promise<Pick<Prey, 'hidden_articles' | 'read_articles' | 'use'>> {
  const begin = async (given: object) => (await nadia.post(base, given)).body;
  const published = async (given: object) => (await begin({ ...given, state: 'published' })).id as number;
  const move = (id: number, name: string) => nadia.post(`${base}/${id}/moves`, { move: name, edition: 0 });

  const draft = (await begin(article('Draft', canary))).id;
  const proposed = (await begin({ ...article('Proposed', canary), state: 'proposed' })).id;
  const inside = await published({ ...article('Inside', canary), audience: 'igroup' });
  const archived = await published(article('Archived', canary));
  const keepers = await published({ ...article('For some', canary), for_roles: ['security_contact'] });
  const linking = await published({ ...plain, title: 'What links', body: `See [[Archived ${canary}]].` });
  await move(archived, 'archive');

  const before = { external_id: `changed-${canary}`, ...article('Before', canary), audience: 'igroup' };
  await published(before);
  const changed = await published({ ...before, ...plain, summary: '' });
  await nadia.put(`${base}/${changed}`, {
    ...article('Being written', canary),
    ...{ for_roles: [], stage1_only: false, category: null, lang: 'en' },
    ...{ owner: null, review_on: null, edition: 0 },
  });

  const { body: used } = await maria.post(`${base}/${changed}/uses`, {
    kind: 'solved_it',
    question: `How ${canary}`,
  });
  await maria.post(`${base}/${changed}/votes`, { helped: false, why: `Why ${canary}` });
  await nadia.post('/api/tickets/import', [past(`past-${canary}`, { canary, school, articles: [changed] })]);
  return {
    hidden_articles: [draft, proposed, inside, archived, keepers],
    read_articles: [changed, linking],
    use: used.id,
  };
}

const past = (external_id: string, { canary, ...more }: { canary: string } & Record<string, unknown>) => ({
  ...{ external_id, subject: `Past ${canary}`, description: `Past ${canary}`, solution: `Past ${canary}` },
  ...{ articles: [], opened: '2024-01-01T10:00:00Z', closed: '2024-01-02T10:00:00Z', ...more },
});

type Call = (me: Client, id: number, prey: Prey) => ReturnType<Client['get']>;
/** On each of the articles that are hidden, one by one. */
const onHidden = (route: string, call: Call): Attack[] =>
  Array.from({ length: 5 }, (_, place) =>
    hidden(route, (me, prey) => call(me, prey.hidden_articles[place]!, prey)),
  );
const onRead = (route: string, call: Call): Attack[] =>
  Array.from({ length: 2 }, (_, place) =>
    blind(route, (me, prey) => call(me, prey.read_articles[place]!, prey)),
  );
/** A count that holds more than the list tells as much as words do. */
const counted: Attack = {
  route: `GET ${base}`,
  hidden: false,
  by: async (me, { canary }) => {
    const { status, body } = await me.get(`${base}?limit=500`);
    if (status !== 200) return { status, text: '' };
    const { kind, state, due } = body.counts as Record<'kind' | 'state', object> & { due: number };
    const sum = (counts: object) => Object.values(counts).reduce((all, count) => all + count, 0) as number;
    const told = sum(kind) !== body.items.length || sum(state) !== body.items.length || due > 0;
    const other = Object.keys(state).some(name => name !== 'published');
    return { status, text: told || other ? canary : '' };
  },
};

/** A title that a preview knows says that there is an article of that name. */
const previewed = (title: string): Attack => ({
  route: `POST ${base}/preview`,
  hidden: false,
  by: async (me, { canary }) => {
    const { status, body } = await me.post(`${base}/preview`, { body: `See [[${title} ${canary}]]` });
    return { status, text: status === 200 && body.unknown_links.length === 0 ? canary : '' };
  },
});

const suggested = (ask: (prey: Prey) => object): Attack =>
  blind('POST /api/suggestions', (me, prey) => me.post('/api/suggestions', { limit: 20, ...ask(prey) }));

const writing = {
  ...plain,
  ...{ summary: '', for_roles: [], stage1_only: false, category: null, lang: 'en' },
  ...{ owner: null, review_on: null, edition: 1 },
};

/** After articles of every audience, what was said of them, and what is suggested. */
export const attacks_on_knowledge: readonly Attack[] = [
  blind(`GET ${base}`, me => me.get(`${base}?limit=500`)),
  ...['draft', 'proposed', 'archived', 'published'].map(state =>
    blind(`GET ${base}`, me => me.get(`${base}?limit=500&state=${state}`)),
  ),
  ...['audience=igroup', 'audience=public', 'due=yes', 'kind=faq'].map(filter =>
    blind(`GET ${base}`, me => me.get(`${base}?limit=500&${filter}`)),
  ),
  counted,
  hidden(`POST ${base}`, me => me.post(base, { ...plain, title: 'Mine' })),
  hidden(`POST ${base}`, (me, { number }) => me.post(base, { ...plain, title: 'Mine', ticket: number })),
  hidden(`POST ${base}`, (me, { canary }) => me.post(base, { ...plain, external_id: `changed-${canary}` })),
  ...['Inside', 'Draft'].map(previewed),
  ...onHidden(`GET ${one}`, (me, id) => me.get(`${base}/${id}`)),
  ...onRead(`GET ${one}`, (me, id) => me.get(`${base}/${id}`)),
  ...onHidden(`PUT ${one}`, (me, id) => me.put(`${base}/${id}`, writing)),
  ...onRead(`PUT ${one}`, (me, id) => me.put(`${base}/${id}`, writing)),
  ...['publish', 'archive', 'restore', 'drop'].flatMap(move =>
    onHidden(`POST ${one}/moves`, (me, id) => me.post(`${base}/${id}/moves`, { move, edition: 1 })),
  ),
  ...onHidden(`GET ${one}/versions`, (me, id) => me.get(`${base}/${id}/versions`)),
  ...onRead(`GET ${one}/versions`, (me, id) => me.get(`${base}/${id}/versions`)),
  ...onHidden(`GET ${one}/versions/:version`, (me, id) => me.get(`${base}/${id}/versions/1`)),
  ...['1', '2'].flatMap(version =>
    onRead(`GET ${one}/versions/:version`, (me, id) => me.get(`${base}/${id}/versions/${version}`)),
  ),
  ...onHidden(`POST ${one}/votes`, (me, id) => me.post(`${base}/${id}/votes`, { helped: false, why: 'x' })),
  ...onRead(`POST ${one}/votes`, (me, id) => me.post(`${base}/${id}/votes`, { helped: true })),
  ...onHidden(`GET ${one}/votes`, (me, id) => me.get(`${base}/${id}/votes`)),
  ...onRead(`GET ${one}/votes`, (me, id) => me.get(`${base}/${id}/votes`)),
  ...onHidden(`POST ${one}/uses`, (me, id) => me.post(`${base}/${id}/uses`, { kind: 'tried' })),
  ...onRead(`POST ${one}/uses`, (me, id) => me.post(`${base}/${id}/uses`, { kind: 'read' })),
  hidden('DELETE /api/article-uses/:id', (me, { use }) => me.delete(`/api/article-uses/${use}`)),
  hidden('GET /api/tickets/:number/answers', (me, { number }) => me.get(`/api/tickets/${number}/answers`)),
  ...(['solved', 'wrong'] as const).map(kind =>
    hidden('POST /api/tickets/:number/answers', (me, { number, read_articles }) =>
      me.post(`/api/tickets/${number}/answers`, { kind, article: read_articles[0] }),
    ),
  ),
  hidden('POST /api/tickets/:number/answers', (me, { number }) =>
    me.post(`/api/tickets/${number}/answers`, { kind: 'missing' }),
  ),
  hidden('POST /api/tickets/import', (me, { canary }) =>
    me.post('/api/tickets/import', [past(`past-${canary}`, { canary: 'mine' })]),
  ),
  ...(['article', 'ticket'] as const).flatMap(kind => [
    suggested(({ canary }) => ({ kind, title: canary })),
    suggested(({ canary }) => ({
      kind,
      title: `How ${canary}`,
      text: `Words past archived inside ${canary}`,
    })),
  ]),
];

/** What a page of a school hears while somebody of the desk writes, proposes and publishes for the iGroup alone. */
export const overheard_writing: Attack = {
  route: 'GET /api/events',
  hidden: false,
  by: async (me, { canary }, house) => {
    const page = await listen(house, me);
    const nadia = await house.as('Nadia Petrov');
    await nadia.post(base, meanwhile);
    await nadia.post(base, { ...meanwhile, state: 'proposed' });
    await new Promise(settle => setTimeout(settle, 300));
    await page.cut();
    const told = page.signals.includes('articles') || /article/.test(JSON.stringify(page.heard));
    return { status: 200, text: told ? canary : '' };
  },
};
