import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openStorage, type Storage } from '#platform/files/storage.ts';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import type { Import, ImportLine } from '../../rules/importing/import.ts';
import { importWaiting, tidyImports } from './working.ts';

let house: House;
let storage: Storage;
let nadia: Client, arun: Client, maya: Client, maria: Client;

beforeAll(async () => {
  house = await openHouse();
  [nadia, arun, maya, maria] = (await Promise.all(
    (['Nadia Petrov', 'Arun Patel', 'Maya Chen', 'Maria Santos'] as const).map(house.as),
  )) as [Client, Client, Client, Client];
  storage = await openStorage(`${house.config.data_dir}/imports`);
});
afterAll(() => house.close());

const grounds = (more: object = {}) => ({
  database: house.database,
  storage,
  clock: () => house.clock.now,
  ...more,
});
const throwIt = (error: unknown) => {
  throw error;
};
const work = () => importWaiting(grounds(), throwIt);

const csv = { 'content-type': 'text/csv' };
const give = (by: Client, kind: string, content: string | Buffer, name = 'file.csv') =>
  by.post(`/api/imports?kind=${kind}&name=${encodeURIComponent(name)}`, Buffer.from(content), csv);
const one = async (id: number): Promise<Import> => (await nadia.get(`/api/imports/${id}`)).body;
const linesOf = async (id: number, query = ''): Promise<ImportLine[]> =>
  (await nadia.get(`/api/imports/${id}/lines?${query}`)).body.items;
const cancelOpen = async () => {
  const { body } = await nadia.get('/api/imports');
  const open = (body.items as Import[]).find(({ state }) => state !== 'done');
  if (open) expect((await nadia.delete(`/api/imports/${open.id}`)).status).toBe(200);
  await work();
};
beforeEach(cancelOpen);

/** Gives a file, takes the columns as their heads say, and has the lines looked at. */
async function looked(kind: string, content: string | Buffer, more: object = {}): Promise<Import> {
  const { status, body } = await give(nadia, kind, content);
  expect([status, body.detail]).toEqual([201, undefined]);
  const { body: heads } = await nadia.get(`/api/imports/${body.id}/heads`);
  const { encoding, separator, columns } = heads;
  const mapped = await nadia.put(`/api/imports/${body.id}/mapping`, {
    encoding,
    separator,
    columns,
    ...more,
  });
  expect([mapped.status, mapped.body.detail]).toEqual([202, undefined]);
  await work();
  return one(body.id);
}

async function done(kind: string, content: string | Buffer): Promise<Import> {
  const { id, trouble } = await looked(kind, content);
  expect(trouble).toBe(null);
  expect((await nadia.post(`/api/imports/${id}/start`)).status).toBe(202);
  await work();
  return one(id);
}

const none = { new: 0, changed: 0, same: 0, refused: 0 };
const rows = async (query: string) => (await house.database.pool.query(query)).rows;
const schoolNamed = async (code: string) => (await nadia.get(`/api/schools?words=${code}`)).body.items[0];

describe('schools', () => {
  test('are new, changed, the same or refused, line by line, and nothing is changed before it is done', async () => {
    await nadia.post('/api/waves', { name: 'Spring' });
    const before = await rows('select count(*)::integer as n from events');
    const seen = await looked(
      'schools',
      [
        'Ville,Code,Nom,Vague,ETP 2025,FTE 2024,Notes',
        'Hope,HOPE,École de l’Espoir,spring,"41,5",40,x',
        'Nanaimo,alder,Alder Academy,,,,',
        'Kelowna,BIRCH,Birch Elementary School,Spring,,,',
        ',NEW,,,,,',
        'Hope,hope,Again,,,,',
        'x,a b,Bad code,Autumn,many,,',
        'Cut,CUT',
      ].join('\r\n'),
    );
    expect(seen).toMatchObject({
      state: 'ready',
      done: 7,
      total: 7,
      counts: { new: 1, changed: 1, same: 1, refused: 4 },
    });
    expect(await rows('select count(*)::integer as n from events')).toEqual(before);
    const lines = await linesOf(seen.id);
    expect(lines.map(({ line, verdict, code }) => [line, verdict, code])).toEqual([
      [2, 'new', 'HOPE'],
      [3, 'same', 'alder'],
      [4, 'changed', 'BIRCH'],
      [5, 'refused', 'NEW'],
      [6, 'refused', 'hope'],
      [7, 'refused', 'a b'],
      [8, 'refused', 'Cut · CUT'],
    ]);
    expect(lines[2]!.changes).toEqual([
      { field: 'name', from: 'Birch Elementary', to: 'Birch Elementary School' },
      { field: 'wave', from: '', to: 'Spring' },
    ]);
    expect(lines.slice(3).map(({ reasons }) => reasons.join(' '))).toEqual([
      'Name is missing.',
      'The same stands on line 2 already.',
      expect.stringMatching(/“a b” is no school code.*no wave called “Autumn”.*FTE 2025: “many”/),
      'The line has 2 cells, and there are 7 heads. It may be cut off.',
    ]);
    expect((await linesOf(seen.id, 'verdict=refused&limit=2')).map(({ line }) => line)).toEqual([5, 6]);
    expect((await linesOf(seen.id, 'verdict=refused&after=6')).map(({ line }) => line)).toEqual([7, 8]);

    const refused = await nadia.get(`/api/imports/${seen.id}/refused`, { 'accept-language': 'fr' });
    expect(refused.body).toContain('Ligne,Motif du refus,Localité,Code de l’école');
    expect(refused.body).toContain('\r\n8,"La ligne a 2 cellules');
    expect((await nadia.post(`/api/imports/${seen.id}/start`)).status).toBe(202);
    await work();
    expect(await one(seen.id)).toMatchObject({
      state: 'done',
      counts: { new: 1, changed: 1, same: 1, refused: 4 },
    });

    const hope = await schoolNamed('hope');
    expect(hope).toMatchObject({
      code: 'HOPE',
      name: 'École de l’Espoir',
      town: 'Hope',
      wave: { name: 'Spring' },
      fte: 41.5,
    });
    const { body: page } = await nadia.get(`/api/schools/${hope.id}`);
    expect(page.enrolments).toEqual([
      { year: 2025, fte: 41.5 },
      { year: 2024, fte: 40 },
    ]);
    const { body: birch } = await nadia.get('/api/schools/2/history');
    expect(birch.items[0]).toMatchObject({
      words: 'Nadia Petrov changed what is kept of the school',
      changes: expect.arrayContaining([
        { field: 'name', from: 'Birch Elementary', to: 'Birch Elementary School' },
      ]),
    });
    const { body: story } = await nadia.get(`/api/schools/${hope.id}/history`);
    expect(story.items[0].words).toBe('Nadia Petrov entered the school');
    expect((await nadia.get('/api/schools?words=espoir')).body.total).toBe(1); // found without its accent
  });

  test('done again change nothing, and there is nothing to do', async () => {
    const file =
      'code;name;kind;first grade;last grade;time zone;provider\nRE1;Again;publique;M;7;Alberta time;Shaw\n';
    expect(await done('schools', file)).toMatchObject({ counts: { ...none, new: 1 } });
    const before = await rows('select * from schools order by id');
    const again = await looked('schools', file);
    expect(again.counts).toEqual({ ...none, same: 1 });
    expect((await nadia.post(`/api/imports/${again.id}/start`)).status).toBe(409);
    expect(await rows('select * from schools order by id')).toEqual(before);
  });

  test('come back from their own file without a change, formulas and all', async () => {
    const { body: made } = await nadia.post('/api/schools', { code: '-1-', name: '=cmd|calc', town: "'+1" });
    await nadia.patch(`/api/schools/${made.id}`, {
      version: 1,
      kind: 'first_nation',
      grades: { first: 0, last: 12 },
      network: { provider: '@home, "fast"', proxy: '-', firewall: null },
      enrolments: [{ year: 2023, fte: 0.1234 }],
    });
    for (const lang of ['en', 'fr']) {
      const schools = await nadia.get('/api/schools.csv', { 'accept-language': lang });
      expect(schools.headers['content-type']).toBe('text/csv; charset=utf-8');
      expect(schools.body).toContain("'-1-,'=cmd|calc,''+1");
      const { items } = (await nadia.get('/api/schools')).body;
      const seen = await looked('schools', schools.body);
      expect([lang, seen.counts]).toEqual([lang, { ...none, same: items.length }]);
      await cancelOpen();
      const people = await nadia.get('/api/schools/people.csv', { 'accept-language': lang });
      const again = await looked('people', people.body);
      expect(again.counts).toMatchObject({ new: 0, changed: 0, refused: 0 });
      await cancelOpen();
    }
    const [{ kind }] = await rows(
      `select kind from events where kind like '%exported' order by position desc limit 1`,
    );
    expect(kind).toBe('people_exported');
  });

  test('that somebody changed or added since the dry run are not written over', async () => {
    const seen = await looked('schools', 'code,name\nCEDAR,Cedar Two\nDOGWD,Dogwood Two\nRACE,Racing\n');
    const [{ id, version }] = await rows(`select id, version from schools where code = 'CEDAR'`);
    await nadia.patch(`/api/schools/${id}`, { version, name: 'Cedar Three' });
    await nadia.post('/api/schools', { code: 'race', name: 'Racing too' });
    await nadia.post(`/api/imports/${seen.id}/start`);
    await work();
    expect(await one(seen.id)).toMatchObject({ state: 'done', counts: { ...none, changed: 1, refused: 2 } });
    const [line] = await linesOf(seen.id, 'verdict=refused');
    expect(line!.reasons[0]).toContain('since the dry run');
    expect((await schoolNamed('cedar')).name).toBe('Cedar Three');
    expect((await schoolNamed('dogwd')).name).toBe('Dogwood Two');
  });
});

describe('people', () => {
  test('are known by school and name, or by their external ID; who leaves is signed out', async () => {
    const liam = await house.as('Liam O’Brien');
    const seen = await done(
      'people',
      [
        'School code,Name,Roles,Has left,External ID',
        'ALDER,maria santos,,,A-1', // her name as it is written now, and her ID
        'alder,Grant Bell,lead; security contact,no,',
        'BIRCH,Liam OBrien,,yes,',
        'BIRCH,José Núñez,,,',
        'BIRCH,Jose Nunez,,,', // the same again
        'NOWHERE,Somebody,,,',
        'BIRCH,Nobody,king,perhaps,',
        'BIRCH,=HYPERLINK(1),member,,B-2',
      ].join('\n'),
    );
    expect(seen.counts).toEqual({ new: 2, changed: 3, same: 0, refused: 3 });
    const people = async (id: number) => (await nadia.get(`/api/schools/${id}`)).body.people;
    expect((await people(1)).map(({ name }: { name: string }) => name)).toContain('maria santos');
    const birch = await people(2);
    expect(birch).toContainEqual(
      expect.objectContaining({ name: '=HYPERLINK(1)', roles: ['member'], left: false }),
    );
    expect(birch).toContainEqual(expect.objectContaining({ name: 'Liam OBrien', left: true }));
    expect((await liam.get('/api/tickets')).status).toBe(401);
    const told = await rows(
      `select facts from events where kind = 'person_added' order by position desc limit 1`,
    );
    expect(told[0].facts).toMatchObject({ roles: 'member', left: false });

    const byId = await looked(
      'people',
      'code,name,id\nALDER,Maria Santos-Bell,a-1\nBIRCH,Another Name,B-2\n',
    );
    expect((await linesOf(byId.id)).map(({ changes }) => changes)).toEqual([
      [{ field: 'name', from: 'maria santos', to: 'Maria Santos-Bell' }],
      [{ field: 'name', from: '=HYPERLINK(1)', to: 'Another Name' }],
    ]);
    await nadia.post(`/api/imports/${byId.id}/start`);
    await work();
    const twice = await looked(
      'people',
      'code,name,id\nALDER,Maria Santos-Bell,a-1\nBIRCH,Another Name,B-2\n',
    );
    expect(twice.counts).toEqual({ ...none, same: 2 });
  });
});

describe('how people are reached at work', () => {
  test('comes with the file, is refused line by line, and leaves again as it came', async () => {
    const file = [
      'code,name,E-mail,Telephone',
      'DOGWD,Ida Ng,ida@dogwood.ca,+1 250 555 0101 ext 4',
      'DOGWD,Bo Ek,not an address,12',
    ].join('\n');
    const seen = await done('people', file);
    expect(seen.counts).toEqual({ ...none, new: 1, refused: 1 });
    const [, refused] = await linesOf(seen.id);
    expect(refused!.reasons).toEqual([
      '“not an address” is no e-mail address.',
      expect.stringContaining('“12” is no telephone number'),
    ]);
    const changed = await looked('people', 'code,name,email,phone\nDOGWD,Ida Ng,i.ng@dogwood.ca,\n');
    expect((await linesOf(changed.id))[0]!.changes).toEqual([
      { field: 'email', from: 'ida@dogwood.ca', to: 'i.ng@dogwood.ca' },
    ]);
    await nadia.delete(`/api/imports/${changed.id}`);
    const { body: written } = await nadia.get('/api/schools/people.csv');
    expect(String(written)).toContain("Ida Ng,member,ida@dogwood.ca,'+1 250 555 0101 ext 4,no");
    const again = await looked('people', String(written));
    expect(again.counts).toMatchObject({ new: 0, changed: 0, refused: 0 });
    await nadia.delete(`/api/imports/${again.id}`);
  });
});

describe('the file', () => {
  test('in Windows-1252 is recognised, and can be read otherwise on screen', async () => {
    const { body } = await give(
      nadia,
      'schools',
      Buffer.from('code;name\nLA1;\xc9cole d\x92ici\n', 'latin1'),
    );
    const heads = async (query = '') => (await nadia.get(`/api/imports/${body.id}/heads${query}`)).body;
    expect(await heads()).toEqual({
      encoding: 'windows-1252',
      separator: ';',
      heads: ['code', 'name'],
      first: [['LA1', 'École d’ici']],
      columns: ['code', 'name'],
    });
    expect((await heads('?encoding=utf-8')).first[0][1]).toBe('\ufffdcole d\ufffdici');
    await nadia.put(`/api/imports/${body.id}/mapping`, {
      encoding: 'utf-8',
      separator: ';',
      columns: ['code', 'name'],
    });
    await work();
    const [line] = await linesOf(body.id);
    expect(line).toMatchObject({
      verdict: 'refused',
      reasons: ['Some letters cannot be read. Choose the other encoding.'],
    });
    await nadia.put(`/api/imports/${body.id}/mapping`, {
      encoding: 'windows-1252',
      separator: ';',
      columns: ['code', 'name'],
    });
    await work();
    expect((await one(body.id)).counts).toEqual({ ...none, new: 1 });
  });

  test.each([
    ['UTF-16', Buffer.from('\ufeffcode,name', 'utf16le'), 'UTF-16'],
    ['a spreadsheet', Buffer.from('PK\x03\x04\0\0'), 'no text file'],
    ['nothing', '', 'empty'],
    ['a quotation mark that is not closed', 'code,name\nA1,b\nA2,"Open\nA3,b\n', 'On line 3'],
    ['no line under the heads', 'code,name\n', 'no line under'],
    ['more lines than may be', `code\n${'A1\n'.repeat(50_001)}`, 'more than 50000 lines'],
    ['more columns than may be', `code\n${','.repeat(100)}x\n`, 'Line 2 has more than 100'],
    ['a cell that never ends', `code\n${'x'.repeat(10_001)}\n`, 'On line 2 a cell is too long'],
  ])('%s is refused with a sentence, and not kept', async (_, content, said) => {
    const { status, body } = await give(nadia, 'schools', content);
    expect(status).toBe(422);
    expect(body.detail).toContain(said);
    expect(await storage.list()).toEqual([]);
  });

  test('beyond the limit is refused before it is read', async () => {
    const head = await house.app.inject({
      method: 'POST',
      url: '/api/imports?kind=schools',
      headers: {
        ...nadia.headers,
        ...csv,
        host: 'localhost',
        origin: 'http://localhost',
        'content-length': '104857600',
      },
      payload: 'code,name\n',
    });
    expect([head.statusCode, head.json().detail]).toEqual([413, expect.stringContaining('at most 20 MB')]);
    const long = await give(nadia, 'schools', Buffer.alloc(21 * 1024 * 1024, 'a'));
    expect(long.status).toBe(413);
    expect(await storage.list()).toEqual([]);
  });

  test('that has other columns with another separator goes back to its columns, with the sentence', async () => {
    const seen = await looked('schools', 'code,name\nA1,b\n', { separator: ';', columns: ['code', 'name'] });
    expect(seen).toMatchObject({
      state: 'mapping',
      trouble: 'The file has 1 columns when it is read so, and 2 were named.',
    });
  });

  test('must have a column for what tells its lines apart, each field once, and no unknown ones', async () => {
    const { body } = await give(nadia, 'people', 'code,name\nALDER,New One\n');
    for (const columns of [['code', null], ['code', 'code'], ['code', 'name', 'password'], []])
      expect(
        (await nadia.put(`/api/imports/${body.id}/mapping`, { encoding: 'utf-8', separator: ',', columns }))
          .status,
      ).toBe(422);
  });
});

describe('an import', () => {
  test('is for who keeps the schools; one is open at a time, and whoever keeps them may put it aside', async () => {
    for (const other of [maya, maria]) {
      expect((await give(other, 'schools', 'code\nX1\n')).status).toBe(404);
      for (const path of ['/api/imports', '/api/schools.csv', '/api/schools/people.csv'])
        expect((await other.get(path)).status).toBe(404);
    }
    const { body } = await give(nadia, 'schools', 'code\nX1\n', 'the ones.csv');
    const second = await give(arun, 'people', 'code\nX1\n');
    expect(second.status).toBe(409);
    expect(second.body.detail).toBe(
      'Nadia Petrov has an import open (the ones.csv). Finish it or put it aside first.',
    );
    expect((await arun.delete(`/api/imports/${body.id}`)).body.state).toBe('cancelled');
    expect((await nadia.delete(`/api/imports/${body.id}`)).status).toBe(404);
    await work();
    expect(await storage.list()).toEqual([]);
    expect((await give(arun, 'people', 'code\nX1\n')).status).toBe(201);
  });

  test('is started once, and its file goes when it is done', async () => {
    const seen = await looked('schools', 'code,name\nONCE,Once\n');
    const start = () => nadia.post(`/api/imports/${seen.id}/start`);
    expect([(await start()).status, (await start()).status]).toEqual([202, 409]);
    expect((await nadia.delete(`/api/imports/${seen.id}`)).status).toBe(409);
    await Promise.all([work(), work()]);
    expect(
      await rows(`select count(*)::integer as n from events e join schools s on s.id = e.school_id
      where s.code = 'ONCE'`),
    ).toEqual([{ n: 1 }]);
    expect(await storage.list()).toEqual([]);
    expect((await start()).status).toBe(409);
  });

  test('that a stopped server left goes on, and one of a crashed server after a minute', async () => {
    const { body } = await give(nadia, 'schools', 'code,name\nCRASH,Crash\n');
    const mapping = { encoding: 'utf-8', separator: ',', columns: ['code', 'name'] };
    await nadia.put(`/api/imports/${body.id}/mapping`, mapping);
    let looks = 0;
    await importWaiting(grounds({ stopped: () => ++looks > 1 }), throwIt);
    expect((await one(body.id)).state).toBe('reading');
    await house.database.pool.query('update imports set touched_at = $1', [house.clock.now]);
    await work();
    expect((await one(body.id)).state).toBe('reading');
    house.clock.advance(61_000);
    await work();
    expect(await one(body.id)).toMatchObject({ state: 'ready', counts: { ...none, new: 1 } });
  });

  test('whose last step fails leaves nothing, and can be tried again', async () => {
    const seen = await looked('schools', 'code,name\nFA1,One\nFA2,Two\n');
    await nadia.post(`/api/imports/${seen.id}/start`);
    await house.database.pool.query(
      `create function fail() returns trigger language plpgsql as $$ begin raise 'full'; end $$;
       create trigger fail before insert on events for each row when (new.kind = 'imported') execute function fail()`,
    );
    const errors: unknown[] = [];
    await importWaiting(grounds(), error => errors.push(error));
    await house.database.pool.query('drop trigger fail on events');
    expect(errors).toHaveLength(1);
    expect(await one(seen.id)).toMatchObject({
      state: 'ready',
      trouble: expect.stringContaining('Nothing was imported'),
    });
    expect((await nadia.get('/api/schools?words=fa1')).body.total).toBe(0);
    await nadia.post(`/api/imports/${seen.id}/start`);
    await work();
    expect((await nadia.get('/api/schools?words=fa1')).body.total).toBe(1);
  });

  test('goes after a day, with its lines and its file', async () => {
    await looked('schools', 'code,name\nOLD1,Old\n');
    house.clock.advance(24 * 3_600_000 + 1);
    await tidyImports(grounds());
    expect(
      await rows(
        'select (select count(*) from imports)::integer as n, (select count(*) from import_lines)::integer as m',
      ),
    ).toEqual([{ n: 0, m: 0 }]);
    expect(await storage.list()).toEqual([]);
  });
});
