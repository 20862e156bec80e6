import { Link, useSearch } from '@tanstack/react-router';
import type { KeptGuide } from '#guide/rules/editing.ts';
import type { Difference } from '#guide/rules/comparing.ts';
import { allow_words, owner_names } from '#guide/rules/words.ts';
import type { Words } from '#platform/schemas.ts';
import { useTicketWords } from '#tickets/web/words.ts';
import { Time, useLang, type Lang } from '#ui/ui.ts';
import type { GuideSearch } from '../../search.ts';
import { useGuideWords } from '../asking.ts';

/** What is different, part by part: what was, struck out, and what is. */
export function Differences({ differences, title }: { differences: readonly Difference[]; title: string }) {
  const words = useGuideWords().edit;
  const { inWords, valueOf } = useSaid();
  return (
    <section className="guide-changes">
      <h2>{title}</h2>
      {differences.length === 0 && <p className="quiet">{words.no_changes}</p>}
      <ul>
        {differences.map(({ what, id, called, kind, parts }) => (
          <li key={`${what} ${id}`}>
            <span className="name">
              {words.whats[what]}{' '}
              {what === 'variable' ? words.settings[id as keyof typeof words.settings] : called}
            </span>{' '}
            <span className="tag">{words.kinds[kind]}</span>
            {kind === 'changed' && (
              <ul>
                {parts.map(({ part, from, to }) => (
                  <li key={part} className="t-13">
                    {part && <span className="quiet">{inWords(part)} </span>}
                    {from && <del>{valueOf(part, from)}</del>} {to && <ins>{valueOf(part, to)}</ins>}
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The way to a part of it (`answers.yes.label` is "answer yes words"), and what is chosen from a list there, in words. */
function useSaid() {
  const words = useGuideWords().edit;
  const tickets = useTicketWords();
  const [lang] = useLang();
  const results: Record<string, string> = Object.assign(
    {},
    ...Object.values(words.measured).map(each => each.results),
  );
  const lists: Record<string, Record<string, string>> = {
    who: words.who,
    owner: inLang(owner_names, lang),
    allow: inLang(allow_words, lang),
    category: tickets.categories,
    impact: tickets.impacts,
    urgency: tickets.urgencies,
    when: words.settings,
    id: Object.fromEntries(Object.entries(words.measured).map(([id, { name }]) => [id, name])),
  };
  const nameOf = (name: string, at: number, way: readonly string[]) =>
    (way[at - 1] === 'maps' ? results[name] : words.parts[name]) ?? name;
  return {
    inWords: (part: string) => part.split('.').map(nameOf).join(' '),
    valueOf: (part: string, value: string) =>
      lists[part.split('.').at(-1)!]?.[value] ?? (words.is as Record<string, string>)[value] ?? value,
  };
}

const inLang = (words: Record<string, Words>, lang: Lang): Record<string, string> =>
  Object.fromEntries(Object.entries(words).map(([id, said]) => [id, said[lang]]));

/** The versions that were published; each opens to be read as it was. */
export function VersionsPart({ versions }: { versions: KeptGuide['versions'] }) {
  const words = useGuideWords().edit;
  const search: GuideSearch = useSearch({ strict: false });
  const open = Number(search.version) || undefined;
  return (
    <section className="guide-changes">
      <h2>{words.versions}</h2>
      <ul className="lines">
        {versions.map(({ version, why, by, at }) => (
          <li key={version}>
            <span className="line-text">
              <Link
                to="/desk/guide"
                search={{ ...search, version: String(version), against: undefined }}
                className="name"
                aria-current={open === version || undefined}
              >
                {words.show_version(version)}
              </Link>{' '}
              {why}
              <br />
              <span className="quiet t-13">
                {by ?? words.by_firstline} · <Time moment={at} />
              </span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
