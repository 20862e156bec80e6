import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Article } from '#knowledge/rules/article.ts';
import { NotYet, Prose, Time } from '#ui/ui.ts';
import { askVersion, askVersions, useAnswerWords } from './asking.ts';

/** What was published, the newest first; one of them as it was, and what was different in it. */
export function VersionsPart({ article, version }: { article: Article; version: number | undefined }) {
  const words = useAnswerWords();
  const asked = useQuery(askVersions(article.id));
  const shown = version ?? article.version;
  const one = useQuery(askVersion(article.id, shown)).data;
  return (
    <div className="answer-versions">
      <NotYet asked={asked} lines={4} words={words} />
      <ol className="lines">
        {asked.data?.items.map(each => (
          <li key={each.version}>
            <span className="line-text">
              <Link
                to="/desk/answers/$id"
                params={{ id: String(article.id) }}
                search={{ show: 'versions', version: String(each.version) }}
                replace
                {...(each.version === shown && { 'aria-current': 'true' as const })}
              >
                {words.version(each.version)}
              </Link>{' '}
              <span className="quiet t-13">
                {each.by}, <Time moment={each.at} />
              </span>
            </span>
          </li>
        ))}
      </ol>
      {one && (
        <section aria-label={words.version(shown)}>
          <h2>{words.difference}</h2>
          {one.lines.length === 0 && <p className="second">{words.first_version}</p>}
          {one.lines.length > 0 && (
            <div className="answer-difference" lang={article.lang}>
              {one.lines.map(({ kind, text }, at) =>
                kind === 'added' ? (
                  <ins key={at}>{text}</ins>
                ) : kind === 'removed' ? (
                  <del key={at}>{text}</del>
                ) : (
                  <p key={at}>{text}</p>
                ),
              )}
            </div>
          )}
          <h2>{one.title}</h2>
          <div className="sheet answer-read" lang={article.lang}>
            <Prose html={one.html} />
          </div>
        </section>
      )}
    </div>
  );
}
