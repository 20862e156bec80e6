import { createCipheriv, createDecipheriv, randomBytes, randomUUID } from 'node:crypto';
import { link, mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { keyFrom, Misconfigured, type Config } from './config.ts';

/**
 * What must be read again, and so cannot be a hash, is kept sealed: AES-256-GCM with a key that is not in the
 * database. `about` says whose it is (`totp:42`): what was sealed about one thing does not open as another's.
 */
export interface Sealing {
  seal(text: string, about: string): string;
  /** What was sealed; undefined when the key is another one now, or somebody changed it. */
  unseal(sealed: string, about: string): string | undefined;
}

const key_bytes = 32;
const nonce_bytes = 12;
const tag_bytes = 16;
const version = 'v1.';

/**
 * The sealing of this installation. Its key is SECRET_KEY, else the file `secret.key` in DATA_DIR, which is made at the
 * first start. Throws Misconfigured for a file that holds no key: a new one would silently lose what is sealed.
 */
export async function openSealing({
  data_dir,
  secret_key,
}: Pick<Config, 'data_dir' | 'secret_key'>): Promise<Sealing> {
  return sealingWith(secret_key ?? (await keyIn(data_dir)));
}

export function sealingWith(key: Buffer): Sealing {
  return {
    seal(text, about) {
      const nonce = randomBytes(nonce_bytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const hidden = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return version + Buffer.concat([nonce, cipher.getAuthTag(), hidden]).toString('base64url');
    },
    unseal(sealed, about) {
      if (!sealed.startsWith(version)) return undefined;
      const bytes = Buffer.from(sealed.slice(version.length), 'base64url');
      const tag = bytes.subarray(nonce_bytes, nonce_bytes + tag_bytes);
      if (tag.length < tag_bytes) return undefined;
      const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonce_bytes), {
        authTagLength: tag_bytes,
      });
      decipher.setAAD(Buffer.from(about)).setAuthTag(tag);
      try {
        const hidden = bytes.subarray(nonce_bytes + tag_bytes);
        return Buffer.concat([decipher.update(hidden), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },
  };
}

/** Of two first starts at once, one makes the file and both read it: it has its name only when it is whole. */
async function keyIn(folder: string): Promise<Buffer> {
  const path = join(folder, 'secret.key');
  const there = await read(path);
  if (there === undefined) {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await make(path);
  }
  const key = keyFrom((there ?? (await read(path))) || '');
  if (!key)
    throw new Misconfigured([
      `${path} holds no key (64 hexadecimal digits): bring back the file as it was, or move it away and set what it sealed again`,
    ]);
  return key;
}

const read = (path: string): Promise<string | undefined> =>
  readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : Promise.reject(error),
  );

async function make(path: string): Promise<void> {
  const arriving = `${path}.${randomUUID()}`;
  try {
    const file = await open(arriving, 'wx', 0o600);
    await file.writeFile(`${randomBytes(key_bytes).toString('hex')}\n`);
    await file.sync();
    await file.close();
    await link(arriving, path).catch(
      (error: NodeJS.ErrnoException) => error.code === 'EEXIST' || Promise.reject(error),
    );
  } finally {
    await rm(arriving, { force: true });
  }
}
