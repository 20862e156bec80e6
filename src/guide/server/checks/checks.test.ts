import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Check, PublicGuide } from '../../rules/check.ts';
import { codeOf, numberOf } from '../../rules/code.ts';
import { large_bytes } from '../../rules/measuring/known.ts';
import { paths } from '../../rules/measuring/measuring.ts';

/** The guide for everybody, runs that are kept, and codes that are read out. */

let house: House;
let maria: Client, joan: Client, maya: Client;
let guide: PublicGuide;
beforeAll(async () => {
  house = await openHouse();
  [maria, joan, maya] = [
    await house.as('Maria Santos'),
    await house.as('Joan Whitehorse'),
    await house.as('Maya Chen'),
  ];
  guide = (await house.anyone.get('/api/public/guide')).body;
});
afterAll(() => house.close());

type Answers = [string, string][];
const to_slow: Answers = [
  ['C01', 'none'],
  ['C02', 'slow'],
  ['C29', 'only_sis'],
  ['C31', 'yes'],
];
const solved: Answers = [
  ['C01', 'none'],
  ['C02', 'login'],
  ['C26', 'works'],
];
const run = (more: object = {}) => ({
  ...{ run: randomUUID(), version: 1, answers: to_slow, mark: 7, began: '2026-09-14T17:00:00Z' },
  ...more,
});
const keep = async (given: object, by = maria): Promise<Check> => {
  const { status, body } = await by.post('/api/checks', given);
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};

describe('the guide', () => {
  test('is for everybody, in the reader’s language, and says whether it has changed', async () => {
    expect(guide.version).toBe(1);
    expect(guide.guide.questions.length).toBe(36);
    const asked = (headers: object) =>
      house.app.inject({ url: '/api/public/guide', headers: { 'accept-language': 'fr', ...headers } });
    const french = await asked({});
    expect(JSON.parse(french.body).guide.questions[1].question).toBe('Que voyez-vous?');
    const again = await asked({ 'if-none-match': french.headers.etag });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test('measures by what reads and keeps nothing', async () => {
    const seen = await house.app.inject({
      url: paths.answer,
      headers: { via: '1.1 filter', 'x-forwarded-for': '10.0.0.1, 10.0.0.2', accept: 'text/plain' },
    });
    expect(JSON.parse(seen.body)).toEqual({
      ...{ at: house.clock.now.toISOString(), address: 'IPv4', via: '1.1 filter', hops: 2 },
      ...{ accept: 'text/plain', mark: null },
    });
    expect((await house.app.inject({ url: paths.stream })).body).toBe('data: 1\n\ndata: 2\n\ndata: 3\n\n');
    const large = await house.app.inject({
      ...{ method: 'POST', url: paths.large, headers: { 'content-type': 'text/plain' } },
      payload: 'x'.repeat(large_bytes),
    });
    expect(large.body).toBe(String(large_bytes));
    const too_large = await house.app.inject({
      ...{ method: 'POST', url: paths.large, headers: { 'content-type': 'text/plain' } },
      payload: 'x'.repeat(large_bytes * 2 + 1),
    });
    expect(too_large.statusCode).toBe(413);
  });
});

describe('a run', () => {
  test('is kept once, with its ticket, and the desk sees question by question what was answered', async () => {
    const given = run({
      message: 'Gateway timeout',
      measured: {
        at: '2026-09-14T17:00:00Z',
        clock_ahead: 7200,
        desk: { sent: 8, lost: 1, median: 900, jitter: 4 },
      },
      opens: { phone: '250 555 0199' },
    });
    const kept = await keep(given);
    expect(kept.ending).toMatchObject({ id: 'O_SIS_SLOW', owner: 'BCESIS', owner_words: 'Level 2' });
    expect(kept.measured.map(({ words }) => words)).toEqual([
      'answers in 900 ms, give or take 4 ms; 1 of 8 lost',
      '120 min ahead',
    ]);
    const again = await keep(given);
    expect([again.id, again.ticket]).toEqual([kept.id, kept.ticket]);
    const { body: ticket } = await maya.get(`/api/tickets/${kept.ticket}`);
    expect(ticket).toMatchObject({
      category: 'performance',
      priority: 'P1',
      school: { name: 'Alder Academy' },
    });
    expect(ticket.subject).toMatch(/^BCeSIS slow at several schools since Monday 14 September/);
    for (const said of [
      'Gateway timeout',
      '250 555 0199',
      'Is BCeSIS slow at another school too? Yes',
      '120 min',
    ])
      expect(ticket.messages[0].text).toContain(said);
    const { body: on } = await maya.get(`/api/tickets/${kept.ticket}/checks`);
    expect(on.items).toHaveLength(1);
    expect(on.items[0].answers[1]).toEqual({
      ...{ id: 'C02', question: 'What do you see?' },
      answer: 'It works but is very slow, freezes, or throws me out',
    });
    const { body: story } = await maria.get(`/api/tickets/${kept.ticket}/history`);
    expect(story.items.map(({ words }: { words: string }) => words)).toContain(
      'You ran the connectivity guide',
    );
  });

  test('that needs no ticket opens none, but an urgent one or one that stopped midway does', async () => {
    const without = await keep(run({ answers: solved }));
    expect(without).toMatchObject({ ticket: null, ending: { id: 'O_FIXED_PASSING' } });
    const refused = await maria.post('/api/checks', run({ answers: solved, opens: {} }));
    expect([refused.status, refused.body.errors[0].field]).toEqual([422, 'opens']);
    const urgent = await keep(run({ answers: to_slow.slice(0, 2), opens: { urgent: true } }));
    expect(urgent.stopped_at).toBe('Is everything on the internet slow, or only BCeSIS?');
    expect((await maya.get(`/api/tickets/${urgent.ticket}`)).body).toMatchObject({
      ...{ urgency: 'critical', category: 'connectivity' },
      subject: 'Can’t connect, checks under way (2): It works but is very slow, freezes, or throws me out',
    });
  });

  test('goes on after its ticket is open, and what came since goes to the same one', async () => {
    const given = run({ answers: to_slow.slice(0, 2), opens: { urgent: true } });
    const first = await keep(given);
    const later = await keep({ ...given, answers: to_slow, opens: undefined });
    expect([later.id, later.ticket]).toEqual([first.id, first.ticket]);
    expect(later.code).not.toBe(first.code);
    expect((await maya.get(`/api/tickets/${first.ticket}/checks`)).body.items).toHaveLength(1);
  });

  test('says what the desk needs and the way did not ask, and what of it is not known', async () => {
    const to_site: Answers = [
      ...to_slow.slice(0, 1),
      ...([
        ['C02', 'no_sis'],
        ['C11', 'server_error'],
        ['C17', 'others_ok'],
        ['C18', 'fails'],
      ] as Answers),
    ];
    const beside = [
      ['C14', 'found'],
      ['C16', null],
      ['C31', 'yes'],
    ];
    const given = run({ answers: to_site, beside, opens: {} });
    const kept = await keep(given);
    expect(kept.beside.map(({ id, answer }) => `${id} ${answer}`)).toEqual(['C14 Name look-up works']);
    expect(kept.unknown).toEqual([expect.stringMatching(/^Can the school network reach/)]);
    const { body: ticket } = await maya.get(`/api/tickets/${kept.ticket}`);
    expect(ticket.messages[0].text).toContain('Name look-up works');
    expect(ticket.messages[0].text).toMatch(/Not known yet[^]*- Can the school network reach/);
    const later = await keep({ ...given, beside: [['C16', 'open']] });
    expect([later.unknown.length, later.beside.length, later.code]).toEqual([1, 1, kept.code]);
    // The code holds the way alone; whoever reads it is told what to ask.
    const { body: read } = await maya.get(`/api/checks/codes/${kept.code}`);
    expect([read.unknown.length, read.beside, read.kept[0].beside.length]).toEqual([2, [], 1]);
    const urgent = await keep(run({ answers: to_site, opens: { urgent: true } }));
    expect([urgent.unknown.length, urgent.ticket]).toEqual([2, expect.any(Number)]);
    const { status, body } = await maria.post('/api/checks', run({ beside: [['C16', 'elsewhere']] }));
    expect([status, body.errors[0].field]).toEqual([422, 'beside']);
  });

  test('with a wish for an exception goes to who decides it', async () => {
    const answers: Answers = [
      ...to_slow.slice(0, 1),
      ['C02', 'no_sis'],
      ['C11', 'not_found'],
      ['C13', 'yes'],
      ['C14', 'cannot'],
    ];
    const { ticket } = await keep(run({ answers, opens: {} }));
    const { body } = await maya.get(`/api/tickets/${ticket}`);
    expect(body.category).toBe('exception_request');
    expect(body.messages[0].text).toMatch(/^Asks for an exception: the coordinator decides\./);
  });

  test('that leads to a question whose work is the school’s promises an answer, and no solution', async () => {
    const answers: Answers = [...to_slow.slice(0, 1), ['C02', 'no_sis'], ['C11', 'blocked']];
    const { ticket, ending } = await keep(run({ answers, opens: {} }));
    expect(ending).toMatchObject({ id: 'O_FILTER', allow: 'info_only' });
    const { body } = await maya.get(`/api/tickets/${ticket}`);
    expect([body.promised, body.due.clock]).toEqual(['answer', 'response']);
    expect((await maria.get(`/api/tickets/${ticket}/clocks`)).body.only).toMatch(
      /^The work is your school’s/,
    );
  });

  test('that is no way through the guide, or of no version, is refused', async () => {
    for (const more of [{ answers: [['C02', 'slow']] }, { answers: [['C01', 'perhaps']] }, { version: 99 }])
      expect((await maria.post('/api/checks', run(more))).status, JSON.stringify(more)).toBe(422);
  });

  test('is its school’s own: another sees none of it, goes on with none, and puts it on no ticket of others', async () => {
    const given = run({ opens: {} });
    const kept = await keep(given);
    expect((await joan.get('/api/checks')).body.items).toEqual([]);
    expect((await joan.get(`/api/tickets/${kept.ticket}/checks`)).status).toBe(404);
    expect((await joan.post('/api/checks', run({ ticket: kept.ticket }))).status).toBe(404);
    const other = await keep({ ...given, opens: undefined }, joan);
    expect(other.id).not.toBe(kept.id);
    expect(other.ticket).toBeNull();
    expect((await maya.post('/api/checks', run())).status).toBe(404);
  });

  test('of a colleague is not hers to go on with', async () => {
    const given = run();
    await keep(given);
    const grant = await house.as('Grant Bell');
    expect((await grant.post('/api/checks', given)).status).toBe(404);
    expect((await grant.get('/api/checks')).body.items.length).toBeGreaterThan(0);
  });
});

describe('a code', () => {
  const coded = (answers: Answers, mark = 3) =>
    codeOf({ version: 1, number: numberOf(guide.guide, answers), mark });

  test('says what was answered, of a run that the server never heard of', async () => {
    const { status, body } = await maya.get(
      `/api/checks/codes/${encodeURIComponent(coded(to_slow).toLowerCase())}`,
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({
      version: 1,
      ending: { title: 'The system is slow for everyone' },
      kept: [],
    });
    expect(body.answers.map(({ id }: { id: string }) => id)).toEqual(['C01', 'C02', 'C29', 'C31']);
  });

  test('finds the run that was sent later under it, with what was measured', async () => {
    const kept = await keep(run({ mark: 411, measured: { at: '2026-09-14T17:00:00Z', clock_ahead: 0 } }));
    const { body } = await maya.get(`/api/checks/codes/${kept.code}`);
    expect(body.kept.map(({ id }: Check) => id)).toEqual([kept.id]);
    expect(body.kept[0].measured[0].words).toBe('right');
  });

  test('that was misheard is told so, and a school reads none', async () => {
    const code = coded(to_slow);
    const wrong = code.slice(0, -1) + (code.endsWith('2') ? '3' : '2');
    const { status, body } = await maya.get(`/api/checks/codes/${wrong}`);
    expect([status, body.errors[0].sentence]).toEqual([
      422,
      'A letter of this code was misheard. Ask for it again.',
    ]);
    expect((await maya.get('/api/checks/codes/K7U')).body.errors[0].sentence).toMatch(/^No code has I, L/);
    expect((await maria.get(`/api/checks/codes/${code}`)).status).toBe(404);
  });

  test('is put on a ticket once, where somebody read it out', async () => {
    const { body: ticket } = await maria.post('/api/tickets', {
      ...{ subject: 'By telephone', description: 'It is slow.', category: 'performance' },
      ...{ impact: 'one_person', urgency: 'normal' },
    });
    const path = `/api/tickets/${ticket.number}/checks`;
    const put = await maya.post(path, { code: coded(to_slow, 90) });
    expect([put.status, put.body.items.length]).toEqual([201, 1]);
    expect((await maya.post(path, { code: coded(to_slow, 90) })).body.items).toHaveLength(1);
    expect((await maria.get(path)).body.items[0].ending.id).toBe('O_SIS_SLOW');
    expect((await maria.post(path, { code: coded(to_slow) })).status).toBe(404);
    expect((await maya.post('/api/tickets/999999/checks', { code: coded(to_slow) })).status).toBe(404);
  });
});
