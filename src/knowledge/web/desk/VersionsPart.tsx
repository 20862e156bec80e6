import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { Article, Version } from '#knowledge/rules/article.ts';
import { Button, NotYet, Prose, Time, useSubmit } from '#ui/ui.ts';
import { askArticle, askVersion, askVersions, useAnswerWords } from './asking.ts';
import { editionOf, fieldsOf } from './writing/fields.ts';

/** What was published, the newest first; one of them as it was, and what was different in it. */
export function VersionsPart({ article, version }: { article: Article; version: number | undefined }) {
  const words = useAnswerWords();
  const asked = useQuery(askVersions(article.id));
  const shown = version ?? article.version;
  const one = useQuery(askVersion(article.id, shown)).data;
  const client = useQueryClient();
  const navigate = useNavigate();
  const { submit, busy } = useSubmit<Article>('put');
  /** What is published stays until what is written from the old version is published too. */
  const writeOn = async ({ title, summary, text: body }: Version) => {
    const edition = editionOf(article);
    const after = await submit(`/api/articles/${article.id}`, {
      ...fieldsOf(article),
      title,
      summary,
      body,
      edition,
    });
    if (!after) return;
    client.setQueryData(askArticle(article.id).queryKey, after);
    await navigate({
      to: '/desk/answers/$id',
      params: { id: String(article.id) },
      search: { show: 'writing' },
    });
  };
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
                activeOptions={{ exact: true, includeSearch: true }}
                aria-current={each.version === shown ? 'true' : undefined}
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
          <header className="answer-bar">
            <h2>{one.title}</h2>
            {article.can.write && (shown !== article.version || article.changed) && (
              <Button busy={busy} onClick={() => void writeOn(one)}>
                {words.restore_version}
              </Button>
            )}
          </header>
          <div className="sheet answer-read" lang={article.lang}>
            <Prose html={one.html} />
          </div>
        </section>
      )}
    </div>
  );
}
