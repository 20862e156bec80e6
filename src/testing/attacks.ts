import { randomBytes } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { blind, hidden, told, type Attack, type Prey } from './attacks/attack.ts';
import { undo_attacks } from './attacks/undo.ts';
import { bulk_attacks } from './attacks/bulks.ts';
import { announcedTo, attacks_on_announcements } from './attacks/announcements.ts';
import { attacks_on_colleagues } from './attacks/colleagues.ts';
import { attacks_on_joining, joinedWith } from './attacks/joining.ts';
import { macro_attacks, macroOf } from './attacks/macros.ts';
import { draft_attacks } from './attacks/drafts.ts';
import { handedIn, handing_attacks } from './attacks/handing.ts';
import { attacks_on_fields, filledWith } from './attacks/fields.ts';
import { upload_attacks } from './attacks/uploads.ts';
import { attacks_on_tags } from './attacks/tags.ts';
import { viewAttacks } from './attacks/views.ts';
import { attention } from './attacks/attention.ts';
import { attacks_on_messages } from './attacks/inside.ts';
import { attacks_on_tasks, workedOn } from './attacks/tasks.ts';
import { attacks_on_importing } from './attacks/importing.ts';
import { attacks_on_schools, keptAt } from './attacks/schools.ts';
import { attacks_on_training, trainedIn } from './attacks/training.ts';
import { attacks_on_gate } from './attacks/gate.ts';
import { attacks_on_first_run } from './attacks/first-run.ts';
import { attacks_on_keys } from './attacks/keys.ts';
import { attacks_on_guide, guidedAt } from './attacks/guide.ts';
import { attacks_on_knowledge, knownAt, overheard_writing } from './attacks/knowledge.ts';
import { askedBy, attacks_on_forum, forumOf } from './attacks/forum.ts';
import { attacks_beside_articles, hungOn } from './attacks/articles-beside.ts';
import { attacks_on_people } from './attacks/people.ts';
import { attacks_on_passing } from './attacks/passing.ts';
import { attacks_on_audit } from './attacks/audit.ts';
import { agreedWith, attacks_on_agreements } from './attacks/agreements.ts';
import { attacks_on_configuration, configuredWith } from './attacks/configuration.ts';
import { alsoAtCedar, attacks_on_several } from './attacks/several.ts';
import { attacks_on_exceptions, exceptedAt } from './attacks/exceptions.ts';
import { attacks_on_rights, rightsAt } from './attacks/rights.ts';
import { attacks_on_reports } from './attacks/reports.ts';
import { attacks_on_documents } from './attacks/documents.ts';
import { attacks_on_public_articles } from './attacks/public-articles.ts';
import { attacks_on_slips, prey_slip } from './attacks/slips.ts';
import { attacks_on_search } from './attacks/search.ts';
import { attacks_on_status, toldTo } from './attacks/status.ts';
import { attacks_on_statements } from './attacks/statements.ts';
import type { Client } from './client.ts';
import type { House } from './house.ts';

interface Owners {
  maria: Client;
  nadia: Client;
  arun: Client;
}

const asked = (canary: string) => ({
  subject: `Ticket ${canary}`,
  description: `Words ${canary}`,
  category: 'attendance',
  impact: 'one_person',
  urgency: 'low',
});

/** Lays out Alder's things: tickets, notes, files, people, each with the canary. */
export async function lured(house: House, { maria, nadia, arun }: Owners): Promise<Prey> {
  const canary = `canary${randomBytes(6).toString('hex')}`;
  const key = `key-${canary}`;
  const upload = async (by: Client, name: string) =>
    (await by.upload(`${name}-${canary}.txt`, `content ${canary}`)).body.id as string;
  const file = await upload(maria, 'reply');
  const { body: opened } = await maria.post(
    '/api/tickets',
    { ...asked(canary), files: [file], slip: prey_slip },
    { 'idempotency-key': key },
  );
  const noteFile = await upload(nadia, 'note');
  const { body: noted } = await nadia.post(`/api/tickets/${opened.number}/notes`, {
    text: `Note ${canary}`,
    files: [noteFile],
  });
  const { body: ended } = await maria.post('/api/tickets', asked(canary));
  await maria.post(`/api/tickets/${ended.number}/moves`, { move: 'withdraw', reason: `Because ${canary}` });
  const school = opened.school.id as number;
  const { body: person } = await nadia.post(`/api/schools/${school}/people`, {
    name: `Person ${canary}`,
    roles: ['member'],
  });
  await maria.put(`/api/tickets/${opened.number}/people/${person.id}`, {});
  await filledWith(canary, { keeper: nadia, number: opened.number });
  const priya = await house.as('Priya Nair');
  const kept = await keptAt(school, { priya, nadia }, person.id);
  const announcement = await announcedTo(nadia, school, canary);
  const path = `/api/tickets/${opened.number}`;
  await nadia.put(`${path}/tags`, { add: [`tag ${canary}`] });
  await handedIn({ nadia, number: opened.number, school }, canary);
  await workedOn(nadia, path, canary);
  await nadia.patch(path, { urgency: 'normal' });
  const joined = await joinedWith(
    await house.as('Joan Whitehorse'),
    { maria, nadia },
    opened.number,
    asked(canary),
  );
  const joan = await house.as('Joan Whitehorse');
  const configured = await configuredWith(
    { lead: await house.as('Grant Bell'), keeper: nadia },
    { school, other: (await joan.get('/api/session')).body.school.id, canary },
  );
  const { body: waiting } = await nadia.post(`${path}/replies`, { text: `Soon ${canary}` });
  const { body: bulk } = await nadia.post('/api/bulks', {
    tickets: [opened.number],
    steps: [{ does: 'note', text: `Many ${canary}` }],
  });
  const forum = await askedBy({ maria, nadia }, canary);
  const known = await knownAt({ maria, nadia }, { school, canary });
  return {
    canary,
    school,
    person: person.id,
    number: opened.number,
    ended: ended.number,
    reply: opened.messages[0].id,
    note: noted.messages.at(-1).id,
    file,
    noteFile,
    waitingFile: await upload(maria, 'waiting'),
    cursor: (await nadia.get('/api/tickets?limit=1')).body.next,
    outgoing: waiting.outgoing[0].id,
    change: waiting.undo.change,
    key,
    bulk: bulk.id,
    announcement,
    ...(await trainedIn(nadia, { school, person: person.id }, canary)),
    ...kept,
    ...joined,
    ...configured,
    ...(await agreedWith({ lead: await house.as('Grant Bell'), keeper: nadia }, { school, canary })),
    macro: await macroOf(nadia, canary),
    ...(await rightsAt({ priya, nadia }, canary)),
    ...(await alsoAtCedar(maria)),
    ...known,
    ...(await hungOn(
      { maria, nadia },
      { article: known.hidden_articles[2]!, number: opened.number, canary },
    )),
    ...(await toldTo({ maria, nadia }, { school, number: opened.number, canary })),
    ...(await exceptedAt(nadia, { number: opened.number, ended: ended.number, canary })),
    ...(await guidedAt({ maria, nadia }, { number: opened.number, canary })),
    forum,
    owner: maria,
    stir: () => maria.post(`${path}/replies`, { text: `Live ${canary}` }),
    watch: [
      async () => (await nadia.get(path)).body,
      async () => (await nadia.get(`${path}/history`)).body,
      async () => (await nadia.get(`/api/tickets/${joined.merged}`)).body,
      async () => (await nadia.get(`/api/tickets/counts?state=all&school=${school}`)).body,
      async () => (await nadia.get(`/api/schools/${school}`)).body,
      async () => (await nadia.get(`/api/schools/${school}/standing`)).body,
      async () => (await nadia.get(`/api/trainings`)).body,
      async () => (await nadia.get(`/api/courses`)).body,
      async () => (await nadia.get(`/api/schools/${school}/people`)).body,
      async () => (await nadia.get('/api/school-logins')).body,
      async () => (await nadia.get('/api/announcements')).body,
      async () => (await nadia.get('/api/configuration/requests')).body,
      async () => (await nadia.get('/api/configuration/changes?limit=100')).body,
      async () => (await nadia.get('/api/agreements')).body,
      async () => (await nadia.get('/api/agreements/3')).body,
      async () => (await nadia.get('/api/agreements/2/signatures')).body,
      async () => (await nadia.get(`${path}/checks`)).body,
      async () => (await nadia.get('/api/guide')).body,
      async () => (await nadia.get('/api/exceptions?show=all&limit=200')).body,
      async () => (await nadia.get('/api/macros')).body,
      async () => (await nadia.get('/api/bulks')).body,
      async () => (await arun.get('/api/agents')).body,
      async () => (await nadia.get(`/api/schools/${school}/keys`)).body,
      async () => (await arun.get('/api/tokens')).body,
      async () => (await arun.get('/api/invitations')).body,
      async () => (await arun.get('/api/sign-on/settings')).body,
      async () => (await nadia.get('/api/teams')).body,
      async () => (await maria.get('/api/account/schools')).body,
      async () => (await nadia.get('/api/articles?audience=igroup')).body.items,
      async () => (await nadia.get('/api/status/notices?limit=100')).body.items,
      ...forumOf(nadia, forum),
    ],
  };
}

const search = ({ canary }: Prey) => `q=${canary}&state=all`;
const secret = 'a long enough password';

export const attacks: readonly Attack[] = [
  { route: 'GET /api/events', hidden: false, by: overheard }, // first: in it the prey writes
  overheard_writing,
  blind('GET /api/tickets', me => me.get('/api/tickets?state=all&limit=100')),
  blind('GET /api/tickets', (me, prey) => me.get(`/api/tickets?${search(prey)}`)),
  blind('GET /api/tickets', (me, prey) => me.get(`/api/tickets?state=all&school=${prey.school}`)),
  blind('GET /api/tickets', (me, prey) => me.get(`/api/tickets?state=all&cursor=${prey.cursor}`)),
  blind('GET /api/tickets/counts', (me, prey) => me.get(`/api/tickets/counts?${search(prey)}`)),
  hidden('POST /api/tickets', (me, prey) =>
    me.post('/api/tickets', { ...asked('mine'), school: prey.school }),
  ),
  hidden('POST /api/tickets', (me, prey) =>
    me.post('/api/tickets', { ...asked('mine'), follows: prey.ended }),
  ),
  blind('POST /api/tickets', (me, prey) => me.post('/api/tickets', { ...asked('mine'), files: [prey.file] })),
  blind('POST /api/tickets', (me, prey) =>
    me.post('/api/tickets', { ...asked('mine'), files: [prey.waitingFile] }),
  ),
  blind('POST /api/tickets', (me, prey) =>
    me.post('/api/tickets', asked('mine'), { 'idempotency-key': prey.key }),
  ),
  hidden('GET /api/tickets/:number', (me, prey) => me.get(`/api/tickets/${prey.number}`)),
  hidden('PATCH /api/tickets/:number', (me, prey) =>
    me.patch(`/api/tickets/${prey.number}`, { urgency: 'critical' }),
  ),
  hidden('POST /api/tickets/:number/replies', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/replies`, { text: 'I was here' }),
  ),
  hidden('POST /api/tickets/:number/notes', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/notes`, { text: 'I was here' }),
  ),
  hidden('POST /api/tickets/:number/moves', (me, prey) =>
    me.post(`/api/tickets/${prey.number}/moves`, { move: 'withdraw', reason: 'x' }),
  ),
  hidden('PUT /api/tickets/:number/assignment', (me, prey) =>
    me.put(`/api/tickets/${prey.number}/assignment`, { agent: null }),
  ),
  ...attacks_on_colleagues,
  ...attacks_on_joining,
  ...attacks_on_announcements,
  ...attacks_on_messages,
  hidden('GET /api/tickets/:number/history', (me, prey) => me.get(`/api/tickets/${prey.number}/history`)),
  hidden('GET /api/tickets/:number/clocks', (me, prey) => me.get(`/api/tickets/${prey.number}/clocks`)),
  hidden('GET /api/tickets/:number/course', (me, prey) => me.get(`/api/tickets/${prey.number}/course`)),
  hidden('GET /api/clocks/recounts', me => me.get('/api/clocks/recounts')),
  ...draft_attacks,
  ...upload_attacks,
  blind('POST /api/files', me => me.upload('mine.txt', 'mine')),
  ...(['file', 'noteFile', 'waitingFile'] as const).map(which =>
    hidden('GET /api/files/:id', (me, prey) => me.get(`/api/files/${prey[which]}`)),
  ),
  blind('GET /api/session', me => me.get('/api/session')),
  blind('POST /api/session', (me, prey) =>
    me.post('/api/session', { username: 'birch', password: 'the demo town', person: prey.person }),
  ),
  // A colleague's session, so that the sweep goes on.
  {
    route: 'DELETE /api/session',
    hidden: false,
    by: async (_me, _prey, house) =>
      told(await (await house.as('Liam O’Brien')).delete('/api/session?everywhere=true')),
  },
  blind('PUT /api/session/password', me => me.put('/api/session/password', { old: 'x', new: secret })),
  blind('GET /api/setup', me => me.get('/api/setup')),
  blind('POST /api/setup', me =>
    me.post('/api/setup', { code: 'x', name: 'x', username: 'intruder', password: secret }),
  ),
  ...attacks_on_schools,
  ...attacks_on_training,
  ...attacks_on_importing,
  ...attacks_on_keys,
  ...attacks_on_several,
  ...attacks_on_people,
  ...attacks_on_first_run,
  ...undo_attacks,
  ...viewAttacks,
  ...attacks_on_tags,
  ...attacks_on_fields,
  ...attacks_on_tasks,
  ...macro_attacks,
  ...bulk_attacks,
  ...attention,
  ...handing_attacks,
  ...attacks_on_reports,
  ...attacks_on_statements,
  ...attacks_on_documents,
  ...attacks_on_public_articles,
  ...attacks_on_gate,
  ...attacks_on_audit,
  ...attacks_on_passing,
  ...attacks_on_configuration,
  ...attacks_on_agreements,
  ...attacks_on_rights,
  ...attacks_on_exceptions,
  ...attacks_on_guide,
  ...attacks_on_knowledge,
  ...attacks_beside_articles,
  ...attacks_on_search,
  ...attacks_on_status,
  ...attacks_on_forum,
  ...attacks_on_slips,
  blind('GET /api/openapi.json', me => me.get('/api/openapi.json')),
];

/** Listens to the stream from the beginning and while the prey writes; its numbers are the prey's too. */
async function overheard(
  attacker: Client,
  prey: Prey,
  house: House,
): Promise<{ status: number; text: string }> {
  const { port } = house.app.server.address() as AddressInfo;
  const cut = new AbortController();
  const stream = await fetch(`http://127.0.0.1:${port}/api/events?after=0`, {
    headers: attacker.headers,
    signal: cut.signal,
  });
  const heard: string[] = [];
  const reading = (async () => {
    for await (const chunk of stream.body!) heard.push(Buffer.from(chunk).toString());
  })().catch(() => {});
  await prey.stir();
  await new Promise(settle => setTimeout(settle, 300));
  cut.abort();
  await reading;
  const numbers = [prey.number, prey.ended].some(number => heard.join('').includes(`"ticket":${number}}`));
  return { status: stream.status, text: numbers ? prey.canary : '' };
}
