import { hash, verify } from '@node-rs/argon2';

/** argon2id (the library's preset kind), 64 MiB, three passes, one lane: about 60 ms. */
const cost = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** The hash of a password that nobody has: checked against where there is no login, so that both take as long. */
const nobodys =
  '$argon2id$v=19$m=65536,t=3,p=1$pEjmsenZqQ73pesJIPw7eg$+cSdWFJhW7uNe7iasAcx9k8Li/4UQd5tuzCkHOe/3tQ';

// Two at once: 128 MiB at most, and half of Node's four threads stay free for files and names.
const at_once = 2;
let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running < at_once) running += 1;
  else await new Promise<void>(resolve => waiting.push(resolve));
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

// The same letters may come composed or not, from one keyboard or another.
const asKept = (password: string) => password.normalize('NFKC');

/** What is kept of a password. Never inside a transaction: it takes as long as a hundred queries. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(asKept(password), cost));

/** Whether this is the password of a login; without one it is not, which takes just as long to find out. */
export async function checkPassword(password_hash: string | undefined, password: string): Promise<boolean> {
  const same = await inTurn(() => verify(password_hash ?? nobodys, asKept(password)));
  return same && password_hash !== undefined;
}
