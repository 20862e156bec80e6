import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

/** The caches of a browser, as far as they are used: names, and answers by their address. */
function browserCaches() {
  const all = new Map<string, Map<string, Response>>();
  const cacheOf = (held: Map<string, Response>) => ({
    match: async (key: string) => held.get(key)?.clone(),
    put: async (key: string, answer: Response) => void held.set(key, answer),
    delete: async (key: string) => held.delete(key),
  });
  return {
    keys: async () => [...all.keys()],
    has: async (name: string) => all.has(name),
    delete: async (name: string) => all.delete(name),
    open: async (name: string) => {
      if (!all.has(name)) all.set(name, new Map());
      return cacheOf(all.get(name)!);
    },
  };
}

const at = 'https://desk.example';
let line: (request: Request) => Promise<Response>;
let answers: typeof import('./answers.ts');
beforeEach(async () => {
  vi.resetModules();
  vi.stubGlobal('caches', browserCaches());
  vi.stubGlobal('fetch', (request: Request) => line(request));
  answers = await import('./answers.ts');
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const down = async (): Promise<Response> => {
  throw new TypeError('no line');
};
const json =
  (body: unknown, status = 200) =>
  async () =>
    new Response(JSON.stringify(body), { status });
const ask = (path: string, person?: number, more: RequestInit = {}) =>
  new Request(at + path, {
    ...more,
    headers: { 'accept-language': 'en', ...(person !== undefined && { 'acting-person': String(person) }) },
  });
/** What comes of asking; `none` is no answer at all. */
const told = async (path: string, person?: number, more?: RequestInit): Promise<string> =>
  answers
    .answerTo(ask(path, person, more), 'own', () => {})
    .then(
      answer => answer.text(),
      () => 'none',
    );
const settle = () => new Promise(done => setTimeout(done, 5));

async function signedIn(person: number, side: 'school' | 'desk' = 'school') {
  line = json({ person: { id: person }, side });
  await told('/api/session');
  await settle();
}
async function read(path: string, person: number, body: unknown) {
  line = json(body);
  await told(path, person);
  await settle();
}

describe('what is kept for the time without a line', () => {
  beforeEach(async () => {
    await signedIn(1);
    await read('/api/tickets/7', 1, 'old');
  });

  test('is given only when the line is down, or a proxy answers in the server’s place', async () => {
    line = json('new');
    expect(await told('/api/tickets/7', 1)).toBe('"new"');
    await settle();
    line = down;
    expect(await told('/api/tickets/7', 1)).toBe('"new"');
    line = json('Bad gateway', 502);
    expect(await told('/api/tickets/7', 1)).toBe('"new"');
  });

  test('is never given to who asks for what is so now', async () => {
    line = down;
    expect(await told('/api/tickets/7', 1, { cache: 'no-store' })).toBe('none');
  });

  test('is one person’s: no other page is answered from it, and another’s sign-in ends it', async () => {
    line = down;
    expect(await told('/api/tickets/7', 2)).toBe('none');
    await signedIn(2);
    line = down;
    expect(await told('/api/tickets/7', 1)).toBe('none');
    expect(await told('/api/tickets/7', 2)).toBe('none');
    expect(await caches.keys()).toEqual(['own-2']);
  });

  test.each([
    ['the end of the session', async () => ((line = json({}, 401)), await told('/api/session'))],
    [
      'any answer that nobody is signed in',
      async () => ((line = json({}, 401)), await told('/api/tickets', 1)),
    ],
    ['somebody of the desk', async () => signedIn(9, 'desk')],
    [
      'signing out',
      async () => (
        (line = json({ ended: 1 })),
        answers.sessionChanges(ask('/api/session', 1, { method: 'DELETE' }))
      ),
    ],
  ])('ends with %s', async (_, happens) => {
    await happens();
    await settle();
    expect(await caches.keys()).toEqual([]);
  });

  test('is not made anew by what was under way at the sign-out', async () => {
    let arrive!: (answer: Response) => void;
    line = () => new Promise(done => (arrive = done));
    const late = told('/api/tickets/8', 1);
    const arriving = arrive;
    line = json({ ended: 1 });
    await answers.sessionChanges(ask('/api/session', 1, { method: 'DELETE' }));
    arriving(new Response('"late"'));
    await late;
    await settle();
    expect(await caches.keys()).toEqual([]);
  });

  test('of what one may see no more goes, and the rest stays', async () => {
    await read('/api/tickets/9', 1, 'other');
    line = json({}, 404);
    await told('/api/tickets/7', 1);
    await settle();
    line = down;
    expect(await told('/api/tickets/7', 1)).toBe('none');
    expect(await told('/api/tickets/9', 1)).toBe('"other"');
  });

  test('is shown for seven days without the server, and no longer', async () => {
    line = down;
    vi.useFakeTimers({ now: Date.now() + 6.9 * 86_400_000, toFake: ['Date'] });
    expect(await told('/api/tickets/7', 1)).toBe('"old"');
    vi.setSystemTime(Date.now() + 0.2 * 86_400_000);
    expect(await told('/api/tickets/7', 1)).toBe('none');
    expect(await caches.keys()).toEqual([]);
  });
});
