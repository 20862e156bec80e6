/** Files of a folder and how they name each other. Knows no library. */

const article_file = /\.(?:md|markdown|html?)$/i;
const picture_file = /\.(?:png|jpe?g|gif|webp)$/i;

export const isArticle = (path: string): boolean => article_file.test(path);
export const isHtml = (path: string): boolean => /\.html?$/i.test(path);
export const isPicture = (path: string): boolean => picture_file.test(path);
/** What computers put beside one's files. */
export const isLitter = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX|\.[^/]*|Thumbs\.db|desktop\.ini)(?:\/|$)/i.test(path);

/** By what an article of the folder is known: where it lies, without what kind of file it is. */
export const nameOfFile = (path: string): string => path.replace(article_file, '');

/** A title from the name of a file that says none. */
export function titleFrom(path: string): string {
  const words = nameOfFile(path).replace(/^.*\//, '').replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The file that an address in `from` names; undefined for what leads out of the folder. */
export function fileNamed(address: string, from: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^\/\/|^#/i.test(address)) return undefined;
  const [path = ''] = decoded(address).split(/[?#]/);
  const parts = path.startsWith('/') ? [] : from.split('/').slice(0, -1);
  for (const part of path.split('/')) {
    if (part === '..') {
      if (parts.length === 0) return undefined;
      parts.pop();
    } else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** The address of a file at the top of the folder, from one that lies deeper. */
export const addressFrom = (from: string, path: string): string =>
  '../'.repeat(from.split('/').length - 1) + path;

/** Whether a name can be that of a file in every system. */
export const isSafeName = (name: string): boolean =>
  /^[\p{L}\p{N}_][\p{L}\p{N}_. -]*(?:\/[\p{L}\p{N}_][\p{L}\p{N}_. -]*)*$/u.test(name) &&
  !isArticle(name) &&
  !isPicture(name);
