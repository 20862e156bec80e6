import type { Local } from './meeting.ts';
import { stored, storedKeys } from './places.ts';

/** Whether this computer alone has a text: one that the server has not, or one that was set aside. */
export const onlyHere = (local: Local | undefined): boolean =>
  [local?.unsent && local.fields, local?.aside].some(text => Object.values(text || {}).some(Boolean));

/** Whether any place holds such a text. */
export const keepsAlone = (): boolean => storedKeys().some(key => onlyHere(stored(key)));
