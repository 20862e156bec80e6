import type { FastifyInstance, InjectOptions } from 'fastify';

/** What came back: the status, the parsed body, the headers. */
export interface Answer<T = any> {
  status: number;
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

type Headers = Record<string, string>;

/** A caller with its own cookie or token, as a browser on our own pages or a script would call. */
export interface Client {
  get: (path: string, headers?: Headers) => Promise<Answer>;
  post: (path: string, body?: unknown, headers?: Headers) => Promise<Answer>;
  put: (path: string, body: unknown, headers?: Headers) => Promise<Answer>;
  patch: (path: string, body: unknown, headers?: Headers) => Promise<Answer>;
  delete: (path: string, headers?: Headers) => Promise<Answer>;
  upload: (name: string, content: Uint8Array | string) => Promise<Answer>;
  headers: Headers;
}

export function clientOf(app: FastifyInstance, own: Headers): Client {
  const call = async (options: InjectOptions): Promise<Answer> => {
    const answer = await app.inject({
      ...options,
      headers: { host: 'localhost', origin: 'http://localhost', ...own, ...options.headers },
    });
    const json = answer.headers['content-type']?.toString().match(/[/+]json/);
    return { status: answer.statusCode, body: json ? answer.json() : answer.body, headers: answer.headers };
  };
  const send =
    (method: 'POST' | 'PUT' | 'PATCH') =>
    (path: string, body?: unknown, headers: Headers = {}) =>
      call({ method, url: path, headers, ...(body !== undefined && { payload: body as object }) });
  return {
    get: (path, headers = {}) => call({ method: 'GET', url: path, headers }),
    delete: (path, headers = {}) => call({ method: 'DELETE', url: path, headers }),
    post: send('POST'),
    put: send('PUT'),
    patch: send('PATCH'),
    upload: (name, content) => call({ method: 'POST', url: '/api/files', ...multipart(name, content) }),
    headers: own,
  };
}

function multipart(name: string, content: Uint8Array | string): Pick<InjectOptions, 'headers' | 'payload'> {
  const boundary = 'firstline-test-boundary';
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const payload = Buffer.concat([
    Buffer.from(head),
    Buffer.from(content),
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ]);
  return { headers: { 'content-type': `multipart/form-data; boundary=${boundary}` }, payload };
}
