import type { ReactNode } from 'react';
import { found_kinds } from '#search/rules/kinds.ts';
import type { Found, SearchAnswer, Snippet } from '#search/rules/search.ts';
import type { Category } from '#tickets/rules/categories.ts';
import { SearchField } from '#ui/parts/SearchField.tsx';
import '#ui/parts/ways.css';
import { Icon, Select } from '#ui/ui.ts';
import { useSearchWords, useTicketWords } from '../words.ts';
import './found.css';
import type { Sought } from './sought.ts';

interface FoundPartProps {
  sought: Sought;
  found: SearchAnswer | undefined;
  /** The next address, in place of this one. */
  go: (sought: Sought) => void;
  /** A link of this face. */
  link: (to: string, content: ReactNode) => ReactNode;
  /** What is offered where nothing is found. */
  instead?: ReactNode;
}

/** A field, what is found by kind and area, and each thing with where the words stand in it. */
export function FoundPart({ sought, found, go, link, instead }: FoundPartProps) {
  const words = useSearchWords();
  const { categories } = useTicketWords();
  const kinds = found ? found_kinds.filter(kind => found.counts[kind] > 0 || kind === sought.kind) : [];
  const all = found ? Object.values(found.counts).reduce((sum, count) => sum + count, 0) : 0;
  return (
    <div className="found">
      <search className="narrowing">
        <SearchField
          label={words.label}
          hint={words.lead}
          autoFocus={!sought.q}
          value={sought.q}
          onChange={q => go({ ...sought, q })}
        />
        {found && (found.areas.length > 1 || sought.area) && (
          <Select
            label={words.area}
            value={sought.area ?? ''}
            onChange={({ target }) => go({ ...sought, area: (target.value as Category) || undefined })}
          >
            <option value="">{words.every_area}</option>
            {found.areas.map(({ area, count }) => (
              <option key={area} value={area}>
                {categories[area]} ({count})
              </option>
            ))}
          </Select>
        )}
        {kinds.length > 0 && (
          <div className="ways" role="group" aria-label={words.which}>
            {[undefined, ...kinds].map(kind => (
              <button
                key={kind ?? ''}
                type="button"
                aria-pressed={kind === sought.kind}
                onClick={() => go({ ...sought, kind })}
              >
                {kind ? words.kinds[kind] : words.all}{' '}
                <span className="quiet">{kind ? found!.counts[kind] : all}</span>
              </button>
            ))}
          </div>
        )}
      </search>
      {found?.corrected && <p role="status">{words.corrected(found.corrected)}</p>}
      {found && (
        <p className="sr" role="status">
          {words.count(found.items.length)}
        </p>
      )}
      {found?.items.length === 0 && (
        <div className="empty">
          <p>{words.none}</p>
          <p className="second">{words.none_hint}</p>
          {instead}
        </div>
      )}
      {found && found.items.length > 0 && (
        <ol className="sheet found-lines">
          {found.items.map(item => (
            <Line key={`${item.kind} ${item.id}`} item={item} link={link} />
          ))}
        </ol>
      )}
    </div>
  );
}

const icons = { article: 'book', topic: 'people', ticket: 'ask', school: 'students' } as const;

function Line({ item, link }: { item: Found; link: FoundPartProps['link'] }) {
  const words = useSearchWords();
  const { categories } = useTicketWords();
  const about = [
    item.kind === 'ticket' ? words.number(item.id) : words.kinds[item.kind],
    item.area && categories[item.area],
  ];
  return (
    <li>
      <p className="found-title">
        <Icon name={icons[item.kind]} size={16} /> {link(item.url, item.title)}
      </p>
      {item.snippet.text && (
        <p className="second">
          <Marked snippet={item.snippet} />
        </p>
      )}
      <p className="quiet t-13">{about.filter(Boolean).join(' · ')}</p>
    </li>
  );
}

/** A snippet, with what was sought marked in it. */
function Marked({ snippet: { text, hits } }: { snippet: Snippet }) {
  const pieces = hits.flatMap(([from, to], at) => [
    text.slice(at === 0 ? 0 : hits[at - 1]![1], from),
    <mark key={from}>{text.slice(from, to)}</mark>,
  ]);
  return (
    <>
      {pieces}
      {text.slice(hits.at(-1)?.[1] ?? 0)}
    </>
  );
}
