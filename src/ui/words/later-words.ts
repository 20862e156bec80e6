import { use } from 'react';
import { fetchedAhead } from '../floating/soon.tsx';
import type { Lang } from './lang.ts';
import { useLang } from './words.tsx';
import { speaks } from './with-words.ts';

const again_ms = 3000;

/**
 * The words of a part that is fetched later, so that no first screen carries them: one language, fetched with the part
 * when the page has come to rest, or when it is first shown. Whoever speaks them stands in a `Suspense`; the pages of
 * the map and what `soon` fetches do already. A line that breaks is tried until it is back.
 */
export function laterWords<W>(of: Record<Lang, () => Promise<W>>): () => W {
  const fetching: Partial<Record<Lang, Promise<W>>> = {};
  const tried = (lang: Lang): Promise<W> =>
    of[lang]().catch(() => new Promise<void>(settle => setTimeout(settle, again_ms)).then(() => tried(lang)));
  const fetched = (lang: Lang) => (fetching[lang] ??= atHand(tried(lang)));
  const ahead = () => fetched(document.documentElement.lang === 'fr' ? 'fr' : 'en');
  fetchedAhead(ahead);
  speaks(ahead);
  return () => {
    const [lang] = useLang();
    return use(fetched(lang));
  };
}

/** Once it is here React takes it as it is, without a moment of waiting: by the marks that it sets itself. */
function atHand<W>(promise: Promise<W>): Promise<W> {
  void promise.then(value => Object.assign(promise, { status: 'fulfilled', value }));
  return promise;
}
