import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { setGuide } from '#testing/set-guide.ts';
import type { DrawnDraft, KeptGuide } from '../../rules/editing.ts';
import type { Guide } from '../../rules/guide.ts';

/** The coordinator writes the guide, is refused what is wrong with it, and publishes. */

let house: House;
let nadia: Client, maya: Client, arun: Client;
beforeAll(async () => {
  house = await openHouse();
  [nadia, maya, arun] = [
    await house.as('Nadia Petrov'),
    await house.as('Maya Chen'),
    await house.as('Arun Patel'),
  ];
});
afterAll(() => house.close());

const kept = async (by = nadia): Promise<KeptGuide> => (await by.get('/api/guide')).body;
const save = (guide: Guide, edition: number, by = nadia) => by.put('/api/guide/draft', { guide, edition });
const publish = (edition: number, by = nadia) =>
  by.post('/api/guide/versions', { edition, why: 'The new address' });
const dead = (): Guide => {
  const guide = setGuide();
  guide.questions.find(({ id }) => id === 'C34')!.answers[0]!.next = 'C99';
  return guide;
};

describe('the guide', () => {
  test('begins as it came, and every agent reads it, but only its keepers write it', async () => {
    const { version, versions, draft, can } = await kept(maya);
    expect({ version, versions: versions.length, draft, can }).toEqual({
      ...{ version: 1, versions: 1, draft: null },
      can: { write: false },
    });
    expect((await save(setGuide(), 0, maya)).status).toBe(404);
    expect((await publish(1, maya)).status).toBe(404);
  });

  test('is written beside what is published, with what is wrong and what is different', async () => {
    const { status, body } = await save(dead(), 0);
    expect(status).toBe(200);
    const { draft, version } = body as KeptGuide;
    expect([version, draft!.edition, draft!.by]).toEqual([1, 1, 'Nadia Petrov']);
    expect(draft!.troubles.map(({ at, words }) => `${at} ${words.en}`)).toEqual([
      'C34 The answer “No, nothing prints” leads nowhere.',
    ]);
    expect(draft!.differences.map(({ what, id }) => `${what} ${id}`)).toEqual([
      'variable SIS_URL',
      'variable SIS_HOST',
      'variable HELPDESK_PHONE',
      'question C34',
    ]);
    expect((await house.anyone.get('/api/public/guide')).body.version).toBe(1);
  });

  test('is drawn as it is being written, without an arrow where an answer leads nowhere', async () => {
    const { edition, drawn } = (await maya.get('/api/guide/drawing')).body as DrawnDraft;
    expect(edition).toBe(1);
    expect(drawn.svg).toContain('id="C34"');
    const box = drawn.parts.flatMap(({ boxes }) => boxes).find(({ id }) => id === 'C34')!;
    expect(box.ways.map(({ label }) => label)).not.toContain('No, nothing prints');
    expect(box.ways.length).toBe(setGuide().questions.find(({ id }) => id === 'C34')!.answers.length - 1);
  });

  test('is not published with a dead end, and says where that is', async () => {
    const { status, body } = await publish(1);
    expect([status, body.errors]).toEqual([
      422,
      [{ field: 'guide', sentence: 'C34: The answer “No, nothing prints” leads nowhere.' }],
    ]);
    expect((await kept()).version).toBe(1);
  });

  test('is not written over unseen, and the same again is no change', async () => {
    const { status, body } = await save(setGuide(), 0, arun);
    expect([status, body.kept.draft.edition]).toEqual([409, 1]);
    expect((await save(dead(), 0, arun)).status).toBe(200);
    expect((await kept()).draft!.edition).toBe(1);
  });

  test('is published once, and every page has it then', async () => {
    await save(setGuide(), 1, arun);
    expect((await publish(1)).status).toBe(409);
    const { status, body } = await publish(2);
    expect([status, body.version, body.draft]).toEqual([201, 2, null]);
    expect((await publish(2)).status).toBe(409);
    const { body: open } = await house.anyone.get('/api/public/guide');
    expect([open.version, open.guide.variables.SIS_HOST]).toEqual([2, 'sis.town.example']);
    const { body: version } = await maya.get('/api/guide/versions/2');
    expect(version.why).toBe('The new address');
    expect(version.differences[0]).toEqual({
      ...{ what: 'variable', id: 'SIS_URL', called: 'SIS_URL', kind: 'changed' },
      parts: [{ part: '', from: '', to: 'https://sis.town.example/' }],
    });
    expect((await maya.get('/api/guide/versions/9')).status).toBe(404);
  });

  test('what is written can be dropped', async () => {
    await save(dead(), 0);
    expect((await nadia.delete('/api/guide/draft?edition=9')).status).toBe(409);
    expect((await nadia.delete('/api/guide/draft?edition=1')).body.draft).toBeNull();
    expect((await nadia.delete('/api/guide/draft?edition=1')).status).toBe(200);
  });

  test('is read as it was in any version, compared with any other, and taken up again', async () => {
    const { body: first } = await maya.get('/api/guide/versions/1?against=2');
    expect([first.version, first.against, first.guide.variables.SIS_URL]).toEqual([1, 2, '']);
    expect(first.differences[0].parts).toEqual([{ part: '', from: 'https://sis.town.example/', to: '' }]);
    const { body: alone } = await maya.get('/api/guide/versions/1');
    expect([alone.against, alone.differences]).toEqual([null, []]);
    expect((await maya.get('/api/guide/versions/1?against=9')).status).toBe(404);

    const take = (version: number, edition: number, by = nadia) =>
      by.post(`/api/guide/versions/${version}/draft`, { edition });
    expect((await take(1, 0, maya)).status).toBe(404);
    expect((await take(9, 0)).status).toBe(404);
    // Arun writes; whoever has not seen that lays nothing over it.
    await save(dead(), 0, arun);
    const unseen = await take(1, 0);
    expect([unseen.status, unseen.body.kept.draft.by]).toEqual([409, 'Arun Patel']);
    const { status, body } = await take(1, 1);
    expect([status, body.draft.edition, body.draft.by, body.draft.guide]).toEqual([
      ...[200, 2, 'Nadia Petrov'],
      first.guide,
    ]);
    expect((await take(1, 0)).body.draft.edition).toBe(2);
    // What stood there is put back as it was.
    const { body: back } = await save(dead(), 2);
    expect([back.draft.version, back.draft.guide]).toEqual([2, dead()]);
    await nadia.delete('/api/guide/draft?edition=3');
    const begun = await take(1, 0);
    expect([begun.body.draft.edition, begun.body.draft.version]).toEqual([1, 1]);
    await nadia.delete('/api/guide/draft?edition=1');
    const { body: audit } = await arun.get('/api/audit?about=settings');
    expect(JSON.stringify(audit)).toContain('laid an earlier version of the connectivity guide');
  });

  test('names what a page may try by itself, and its policy holds it to that', async () => {
    const guide = setGuide();
    guide.variables.MEASURED_SITES = ['www.canada.ca', 'nonsense', 'javascript:alert(1)'];
    await save(guide, 0);
    await publish(1);
    const { headers } = await house.anyone.get('/guide');
    expect(headers['content-security-policy']).toMatch(/;connect-src 'self' https:\/\/www\.canada\.ca$/);
    expect((await house.anyone.get('/')).headers['content-security-policy']).not.toContain('connect-src');
  });
});
