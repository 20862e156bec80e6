import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { link, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from './config.ts';

/**
 * Secrets that the server has to read again (a hash will not do) are kept sealed: AES-256-GCM with a key that is not
 * in the database. `about` says what a secret is and whose: sealed for one place it does not open at another.
 */
export interface Sealing {
  seal: (secret: Buffer, about: string) => Buffer;
  /** Undefined when it was sealed with another key, for another place, or was changed. */
  unseal: (sealed: Buffer, about: string) => Buffer | undefined;
}

const nonce_bytes = 12;
const tag_bytes = 16;

export function sealingWith(key: Buffer): Sealing {
  return {
    seal(secret, about) {
      const nonce = randomBytes(nonce_bytes);
      const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(about));
      const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
    },
    unseal(sealed, about) {
      const cipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, nonce_bytes))
        .setAAD(Buffer.from(about))
        .setAuthTag(sealed.subarray(nonce_bytes, nonce_bytes + tag_bytes));
      try {
        return Buffer.concat([cipher.update(sealed.subarray(nonce_bytes + tag_bytes)), cipher.final()]);
      } catch {
        return undefined;
      }
    },
  };
}

/** With `SECRET_KEY`, else with `secret.key` in the data folder, which is made on the first start. */
export async function openSealing({
  secret_key,
  data_dir,
}: Pick<Config, 'secret_key' | 'data_dir'>): Promise<Sealing> {
  const secret = secret_key ?? (await keptIn(join(data_dir, 'secret.key')));
  return sealingWith(createHash('sha256').update(secret).digest());
}

async function keptIn(file: string): Promise<string> {
  const there = await readFile(file, 'utf8').catch(() => undefined);
  if (there !== undefined) return there.trim();
  // Whole before it has its name: of two that start at once, one gives it and both read that one.
  const made = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(made, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  await link(made, file).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error;
  });
  await rm(made);
  return keptIn(file);
}
