import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import type { KeptGuide } from '#guide/rules/editing.ts';
import type { Difference } from '#guide/rules/comparing.ts';
import { Time } from '#ui/ui.ts';
import type { GuideSearch } from '../../search.ts';
import { askGuideVersion, useGuideWords } from '../asking.ts';

/** What is different, part by part: what was, struck out, and what is. */
export function Differences({ differences, title }: { differences: readonly Difference[]; title: string }) {
  const words = useGuideWords().edit;
  return (
    <section className="guide-changes">
      <h2>{title}</h2>
      {differences.length === 0 && <p className="quiet">{words.no_changes}</p>}
      <ul>
        {differences.map(({ what, id, kind, parts }) => (
          <li key={`${what} ${id}`}>
            <span className="name">
              {words.whats[what]} {id}
            </span>{' '}
            <span className="tag">{words.kinds[kind]}</span>
            {kind === 'changed' && (
              <ul>
                {parts.map(({ part, from, to }) => (
                  <li key={part} className="t-13">
                    {part && <span className="quiet">{inWords(part, words.parts)} </span>}
                    {from && <del>{from}</del>} {to && <ins>{to}</ins>}
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

/** The way to a part of it: `answers.yes.label` is "answer yes words". */
const inWords = (part: string, names: Record<string, string>): string =>
  part
    .split('.')
    .map(name => names[name] ?? name)
    .join(' ');

/** The versions that were published; one that is opened says what was different in it. */
export function VersionsPart({ versions }: { versions: KeptGuide['versions'] }) {
  const words = useGuideWords().edit;
  const search: GuideSearch = useSearch({ strict: false });
  const open = Number(search.version) || undefined;
  const { data } = useQuery({ ...askGuideVersion(open ?? 0), enabled: open !== undefined });
  return (
    <section className="guide-changes">
      <h2>{words.versions}</h2>
      <ul className="lines">
        {versions.map(({ version, why, by, at }) => (
          <li key={version}>
            <span className="line-text">
              <Link
                to="/desk/guide"
                search={{ ...search, version: open === version ? undefined : String(version) }}
                className="name"
                aria-expanded={open === version}
              >
                {words.show_version(version)}
              </Link>{' '}
              {why}
              <br />
              <span className="quiet t-13">
                {by ?? words.by_firstline} · <Time moment={at} />
              </span>
              {open === version && data && (
                <Differences differences={data.differences} title={words.show_version(version)} />
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
