import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Client } from '#testing/client.ts';
import { openHouse, type House } from '#testing/house.ts';
import { leaveDue } from './leaving.ts';

let house: House;
let maria: Client, maya: Client, ines: Client;
beforeAll(async () => {
  house = await openHouse({ waits: true });
  [maria, maya, ines] = (await Promise.all(
    (['Maria Santos', 'Maya Chen', 'Ines Roy'] as const).map(house.as),
  )) as [Client, Client, Client];
});
afterAll(() => house.close());

const asked = { subject: 'Again', description: 'Please help.', category: 'pen', impact: 'one_person' };
let path: string;
beforeEach(async () => {
  path = `/api/tickets/${(await maria.post('/api/tickets', { ...asked, urgency: 'low' })).body.number}`;
});
const textsFor = async (who: Client): Promise<string[]> =>
  (await who.get(path)).body.messages.map((message: { text: string }) => message.text);
const seenBy = async (who: Client) => ({
  reply: Math.max(...(await who.get(path)).body.messages.map(({ id }: { id: number }) => id)),
  note: 0,
});

/** A message that the guard stopped, since the school wrote meanwhile. */
async function stopped(): Promise<number> {
  const { body } = await maya.post(`${path}/replies`, { text: 'Answer.', seen: await seenBy(maya) });
  await maria.post(`${path}/replies`, { text: 'One more thing.' });
  await house.leave();
  return body.outgoing[0].id;
}

describe('a message that was stopped', () => {
  test('is sent again by one press, waits again, and leaves once however often that is pressed', async () => {
    const id = await stopped();
    const again = `${path}/outgoing/${id}/again`;
    const seen = await seenBy(maya);
    const [one, other] = await Promise.all([maya.post(again, { seen }), maya.post(again, { seen })]);
    expect([one.status, other.status]).toEqual([200, 200]);
    expect(one.body.outgoing).toMatchObject([{ id, stopped: null, leaves_in_seconds: 10 }]);
    await house.leave();
    expect((await maya.post(again, { seen })).status).toBe(409);
    await house.leave();
    expect(await textsFor(maria)).toEqual(['Please help.', 'One more thing.', 'Answer.']);
  });

  test('is stopped again as long as its author has not seen what is new', async () => {
    const id = await stopped();
    const again = await maya.post(`${path}/outgoing/${id}/again`, {});
    expect(again).toMatchObject({ status: 409, body: { stop: 'unseen' } });
    expect((await maya.get(path)).body.outgoing[0].stopped).toContain('Something new');
  });

  test('is sent again by nobody else, and not once it was cleared away', async () => {
    const id = await stopped();
    const again = `${path}/outgoing/${id}/again`;
    expect((await ines.post(again, {})).status).toBe(404);
    expect((await maria.post(again, {})).status).toBe(404);
    await maya.delete(`${path}/outgoing/${id}`);
    expect((await maya.post(again, { seen: await seenBy(maya) })).status).toBe(404);
  });
});

/** What may happen to one text, in any order: `crash` ends the server's transaction before its commit. */
const steps = [
  'send',
  'send crashes',
  'take back',
  'again',
  'school writes',
  'leave',
  'two servers leave',
  'leave crashes',
] as const;

test('whatever happens in whatever order, a text stands at most once, and exactly once when it was promised', async () => {
  const { transact } = house.database;
  /** The next transaction that commits is lost with its server. */
  const crashing = async (work: () => Promise<unknown>) => {
    house.database.transact = (actor, deed) =>
      transact(actor, async db => {
        await deed(db);
        throw new Error('killed');
      });
    await work().catch(() => {});
    house.database.transact = transact;
  };
  const leave = () => leaveDue(house.database, house.clock.now, () => {});
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...steps), { minLength: 3, maxLength: 9 }), async order => {
      const { body } = await maria.post('/api/tickets', { ...asked, urgency: 'low' });
      path = `/api/tickets/${body.number}`;
      const seen = { reply: body.messages[0].id, note: 0 };
      const headers = { 'idempotency-key': `again-${body.number}` };
      const send = () => maya.post(`${path}/replies`, { text: 'Once.', seen }, headers);
      const waiting = async () => (await maya.get(path)).body.outgoing[0]?.id ?? 0;
      let promised = false;
      for (const step of order) {
        if (step === 'send') promised ||= (await send()).status === 201;
        if (step === 'send crashes') await crashing(send);
        if (step === 'take back') {
          const { status } = await maya.delete(`${path}/outgoing/${await waiting()}`);
          if (status === 200) break;
        }
        if (step === 'again')
          await maya.post(`${path}/outgoing/${await waiting()}/again`, { seen: await seenBy(maya) });
        if (step === 'school writes') await maria.post(`${path}/replies`, { text: 'And this.' });
        if (step.includes('leave')) house.clock.advance(10_000);
        if (step === 'leave') await leave();
        if (step === 'two servers leave') await Promise.all([leave(), leave()]);
        if (step === 'leave crashes') await crashing(leave);
        expect((await textsFor(maria)).filter(text => text === 'Once.').length).toBeLessThanOrEqual(1);
      }
      house.clock.advance(10_000);
      await leave();
      const { messages, outgoing } = (await maya.get(path)).body;
      const stands = messages.filter(({ text }: { text: string }) => text === 'Once.').length;
      const back = order.includes('take back');
      if (promised && !back) expect(stands + outgoing.length).toBe(1);
      else expect(stands + outgoing.length).toBeLessThanOrEqual(1);
    }),
    { numRuns: 8 },
  );
});
