import type { Answer, Client } from './client.ts';
import type { House } from './house.ts';

/** Requests of the tus protocol, as somebody sends them. */

interface Asked {
  method: 'OPTIONS' | 'POST' | 'HEAD' | 'GET' | 'PATCH' | 'DELETE';
  url: string;
  headers?: Record<string, string>;
  payload?: string | Buffer;
}

export async function tus(house: House, by: Client, { headers, ...asked }: Asked): Promise<Answer> {
  const answer = await house.app.inject({
    ...asked,
    headers: {
      host: 'localhost',
      origin: 'http://localhost',
      'tus-resumable': '1.0.0',
      ...by.headers,
      ...headers,
    },
  });
  const json = answer.headers['content-type']?.toString().includes('json');
  return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers };
}

/** Begins an upload; answers its address. */
export async function uploadBegun(
  house: House,
  by: Client,
  { name, size }: { name: string; size: number },
): Promise<string> {
  const headers = {
    'upload-length': String(size),
    'upload-metadata': `filename ${Buffer.from(name).toString('base64')}`,
  };
  const answer = await tus(house, by, { method: 'POST', url: '/api/uploads', headers });
  return String(answer.headers['location']);
}

export const sendPiece = (
  house: House,
  by: Client,
  { url, offset, content }: { url: string; offset: number; content: string | Buffer },
): Promise<Answer> =>
  tus(house, by, {
    method: 'PATCH',
    url,
    headers: { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(offset) },
    payload: content,
  });
