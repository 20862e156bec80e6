import { createHash, randomBytes } from 'node:crypto';

/** 32 random bytes in letters: the secret of a session, a browser or a token. Only its hash is kept. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/** Whether a text can be such a secret at all. */
export const looksLikeSecret = (text: string): boolean => /^[\w-]{43}$/.test(text);

/** What is kept of a secret. It is random and long, so a fast hash does; passwords have passwords.ts. */
export const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest();
