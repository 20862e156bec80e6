import type { Words, Lang } from '#platform/schemas.ts';
import { pageOf, type PageLinks } from '../../rules/page.ts';
import type { publicNotices } from './views.ts';

/** Where the page leads further: paths of this installation. */
export type Links = readonly { path: string; name: Words }[];

type Told = Awaited<ReturnType<typeof publicNotices>>;

/** The page in a language. `at`: the address before each path; without one there is no way from a file back here. */
export function pageIn(
  told: Told,
  lang: Lang,
  { links, at, other }: { links: Links; at: string | null; other: string },
): string {
  const more: PageLinks['more'] =
    at === null ? [] : links.map(({ path, name }) => ({ href: `${at}${path}`, name: name[lang] }));
  // A file that another host serves is written when something changes, and says of when that is.
  const as_of = at === '' ? told.now(lang) : undefined;
  return pageOf({ ...told.in(lang), lang, group: told.group, links: { other, more }, as_of });
}

/** The files that another host can serve, by name: a page in each language, and the same as data. */
export function filesOf(
  told: Told,
  { links, public_url }: { links: Links; public_url: URL | undefined },
): Record<string, string> {
  const at = public_url ? public_url.origin : null;
  return {
    'index.html': pageIn(told, 'en', { links, at, other: 'fr.html' }),
    'fr.html': pageIn(told, 'fr', { links, at, other: 'index.html' }),
    'status.json': JSON.stringify({ en: told.in('en'), fr: told.in('fr') }, null, 1),
  };
}
