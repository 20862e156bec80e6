import type { House } from '../house.ts';
import { sendPiece, tus, uploadBegun } from '../tus.ts';
import type { Attack, Prey } from './attack.ts';

/** After a file on its way: its owner sends a part, and must find it there, to go on with. */
type Method = 'GET' | 'HEAD' | 'PATCH' | 'DELETE';

const attack = (method: Method): Attack => ({
  route: `${method} /api/uploads/:id`,
  hidden: true,
  by: async (attacker, prey, house) => {
    const url = await lured(house, prey);
    const answer =
      method === 'PATCH'
        ? await sendPiece(house, attacker, { url, offset: 6, content: 'mine' })
        : await tus(house, attacker, { method, url });
    const offset = (await tus(house, prey.owner, { method: 'HEAD', url })).headers['upload-offset'];
    const changed = Number(offset) === 6 ? '' : `${prey.canary} was changed`;
    return { status: answer.status, text: JSON.stringify([answer.body, answer.headers]) + changed };
  },
});

async function lured(house: House, { owner, canary }: Prey): Promise<string> {
  const url = await uploadBegun(house, owner, { name: `${canary}.txt`, size: 12 });
  await sendPiece(house, owner, { url, offset: 0, content: 'secret' });
  return url;
}

const asAnybody = (method: 'OPTIONS' | 'POST', headers: Record<string, string> = {}): Attack => ({
  route: `${method} /api/uploads`,
  hidden: false,
  by: async (attacker, _prey, house) => {
    const { status, body } = await tus(house, attacker, { method, url: '/api/uploads', headers });
    return { status, text: JSON.stringify(body) };
  },
});

export const upload_attacks: readonly Attack[] = [
  asAnybody('OPTIONS'),
  asAnybody('POST', { 'upload-length': '4' }),
  attack('GET'),
  attack('PATCH'),
  attack('DELETE'),
];
