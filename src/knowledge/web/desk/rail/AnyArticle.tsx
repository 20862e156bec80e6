import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { offersFor } from '#knowledge/rules/marking.ts';
import type { Suggestions } from '#knowledge/rules/suggestion.ts';
import type { Answers } from '#knowledge/rules/use.ts';
import { api, Field, usePaused } from '#ui/ui.ts';
import { askArticles, useAnswerWords } from '../asking.ts';

export type Likely = Answers['likely'][number];

interface AnyArticleProps {
  /** Of which it is said already how they ended. */
  but: ReadonlySet<number>;
  field: RefObject<HTMLInputElement | null>;
  onPick: (article: Likely) => void;
  onLeave: () => void;
}

const pause_ms = 150;
const most_ranked = 10;

/** Any other article, found by its words: arrows go through the offers, Enter takes one. */
export function AnyArticle({ but, field, onPick, onLeave }: AnyArticleProps) {
  const words = useAnswerWords().rail;
  const id = useId();
  const [typed, setTyped] = useState('');
  const [wanted, setWanted] = useState(0);
  // Who is quicker than the answer gets what she typed, and never what was there before.
  const [early, setEarly] = useState(false);
  const { offers, current } = useOffers(typed.trim(), but);
  const take = (article: Likely) => {
    setTyped('');
    setWanted(0);
    setEarly(false);
    onPick(article);
  };
  const awaited = early && current ? offers[0] : undefined;
  const taken = useRef(take);
  taken.current = take;
  useEffect(() => {
    if (awaited) taken.current(awaited);
  }, [awaited]);
  const active = offers[Math.min(wanted, offers.length - 1)];
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && offers.length > 0) setWanted((wanted + step + offers.length) % offers.length);
    else if (event.key === 'Enter' && typed.trim()) {
      if (!current) setEarly(true);
      else if (active) take(active);
    } else if (event.key === 'Escape') {
      // A drawer around it stays while something is typed.
      if (typed) event.stopPropagation();
      setTyped('');
      onLeave();
    } else return;
    event.preventDefault();
  };
  return (
    <div className="any-article">
      <Field label={words.any}>
        {wiring => (
          <input
            {...wiring}
            ref={field}
            className="control"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            maxLength={200}
            enterKeyHint="done"
            aria-expanded={offers.length > 0}
            aria-controls={id}
            aria-autocomplete="list"
            {...(active && { 'aria-activedescendant': `${id}-${active.id}` })}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value);
              setEarly(false);
              setWanted(0);
            }}
            onKeyDown={press}
          />
        )}
      </Field>
      <div id={id} role="listbox" aria-label={words.any_offers} hidden={offers.length === 0}>
        {offers.map(offer => (
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- the field has the keys
          <div
            key={offer.id}
            id={`${id}-${offer.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={offer === active}
            lang={offer.lang}
            onPointerDown={event => event.preventDefault()}
            onClick={() => take(offer)}
          >
            {offer.title}
          </div>
        ))}
      </div>
      <p className={typed && current && offers.length === 0 ? 'quiet t-13' : 'sr'} role="status">
        {typed && current && words.any_found(offers.length)}
      </p>
    </div>
  );
}

/** What fits the words, and whether it is for what is typed now. */
function useOffers(typed: string, but: ReadonlySet<number>): { offers: Likely[]; current: boolean } {
  const asked = usePaused(typed, pause_ms);
  const ranking = useQuery({
    queryKey: ['articles', 'to mark', asked],
    queryFn: ({ signal }) =>
      api.post<Suggestions>(
        '/api/suggestions',
        { title: asked, kind: 'article', limit: most_ranked },
        { signal },
      ),
    enabled: asked !== '',
    placeholderData: keepPreviousData,
  });
  const listed = useQuery({ ...askArticles({ state: 'published' }), enabled: typed !== '' });
  if (!typed) return { offers: [], current: true };
  const articles = (listed.data?.items ?? []).map(({ summary, ...each }) => ({
    ...{ id: each.id, title: each.title, lang: each.lang, audience: each.audience },
    ...{ sentence: summary, score: 0 },
  }));
  const known = listed.isSuccess && ranking.isSuccess && !ranking.isPlaceholderData;
  const ranked = (ranking.data?.items ?? []).map(each => ({
    ...{ id: each.id, title: each.title, sentence: each.sentence, score: each.score },
    ...{ lang: each.lang ?? 'en', audience: each.audience ?? 'igroup' },
  }));
  return {
    offers: offersFor<Likely>(typed, articles, ranked, but),
    current: asked === typed && (known || ranking.isError || listed.isError),
  };
}
