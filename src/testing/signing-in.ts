import { cast_password } from './cast.ts';
import { clientOf, type Answer, type Client } from './client.ts';
import type { House } from './house.ts';

/** A browser at the sign-in page: it keeps the cookies that it is given, and its name. */
export interface Visitor extends Client {
  /** Sends user name and password, of whom behind a school's login. */
  enter: (username: string, person?: number) => Promise<Answer>;
}

const firefox = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';

export function visitor(house: House): Visitor {
  const cookies = new Map<string, string>();
  const client = () =>
    clientOf(house.app, {
      'user-agent': firefox,
      cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; '),
    });
  const kept = async (answering: Promise<Answer>): Promise<Answer> => {
    const answer = await answering;
    for (const set of [answer.headers['set-cookie'] ?? []].flat().map(String)) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!;
      if (value) cookies.set(name!, value);
      else cookies.delete(name!);
    }
    return answer;
  };
  return {
    get headers() {
      return client().headers;
    },
    get: path => kept(client().get(path)),
    post: (path, body = {}) => kept(client().post(path, body)),
    put: (path, body) => kept(client().put(path, body)),
    patch: (path, body) => kept(client().patch(path, body)),
    delete: path => kept(client().delete(path)),
    upload: (name, content) => kept(client().upload(name, content)),
    enter(username, person) {
      return this.post('/api/session', { username, password: cast_password, ...(person && { person }) });
    },
  };
}
