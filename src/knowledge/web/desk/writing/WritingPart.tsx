import { useQuery, useQueryClient } from '@tanstack/react-query';
import { askAgents } from '#accounts/web/desk/accounts.ts';
import { school_roles } from '#accounts/rules/who.ts';
import type { Article } from '#knowledge/rules/article.ts';
import { article_kinds, audience_names, audiences, kind_names } from '#knowledge/rules/kinds.ts';
import { article_limits as limits } from '#knowledge/rules/limits.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import { useTicketWords } from '#tickets/web/words.ts';
import { useWriting } from '#ui/drafts/use-writing.ts';
import { CheckGroup } from '#ui/parts/CheckGroup.tsx';
import { Button, Notice, Prose, TextField, useLang } from '#ui/ui.ts';
import { askArticle, useAnswerWords } from '../asking.ts';
import { Choose } from '../Choose.tsx';
import { BodyField } from './BodyField.tsx';
import { bodyOf, editionOf, fieldsOf, type Fields } from './fields.ts';

const langs = ['en', 'fr'] as const;

/** What is being written, kept with each moment of rest; beside it, as it will be read. */
export function WritingPart({ article }: { article: Article }) {
  const words = useAnswerWords();
  if (article.can.write) return <Form article={article} />;
  return (
    <>
      <p className="quiet t-13">{words.form.read_only}</p>
      {article.writing && (
        <div className="sheet answer-read" lang={article.lang}>
          <h2 className="sr">{words.writing}</h2>
          <Prose html={article.writing.html} />
        </div>
      )}
    </>
  );
}

function Form({ article }: { article: Article }) {
  const words = useAnswerWords();
  const [lang] = useLang();
  const client = useQueryClient();
  const { state, problem, other, fields, change, ...writing } = useWriting<Article, Fields>({
    key: `article:${article.id}`,
    address: `/api/articles/${article.id}`,
    kept: article,
    ...{ editionOf, fieldsOf, bodyOf },
    onKept: kept => client.setQueryData(askArticle(article.id).queryKey, kept),
  });
  const now = article.writing;
  return (
    <div className="answer-writing">
      <div className="answer-bar">
        <span role="status" className="quiet t-13">
          {words.keeping[state]}
        </span>
        {now && (
          <span className="quiet t-13">
            {now.proposed
              ? words.form.proposed(now.proposed.by, now.proposed.at.words)
              : words.form.written(now.by, now.at.words)}
          </span>
        )}
      </div>
      {other && (
        <Notice tone="bad" title={words.meanwhile(other.writing?.by ?? '')}>
          <p>{words.meanwhile_hint}</p>
          <div className="deeds">
            <Button onClick={writing.keepMine}>{words.keep_mine}</Button>
            <Button onClick={writing.takeTheirs}>{words.take_theirs}</Button>
          </div>
        </Notice>
      )}
      {problem && !other && problem.errors.length === 0 && <Notice tone="bad" title={problem.detail} />}
      {now && <Missing of={now} />}
      <div className="answer-text">
        <div>
          <TextField
            label={words.form.title}
            hint={words.form.title_hint[fields.kind]}
            autoComplete="off"
            maxLength={limits.title}
            lang={fields.lang}
            value={fields.title}
            error={problem?.of('title') ?? (fields.title.trim() === '' ? words.form.needed : undefined)}
            onChange={({ target }) => change({ title: target.value })}
          />
          <TextField
            label={words.form.summary}
            hint={words.form.summary_hint}
            optional
            autoComplete="off"
            maxLength={limits.summary}
            lang={fields.lang}
            value={fields.summary}
            error={problem?.of('summary')}
            onChange={({ target }) => change({ summary: target.value })}
          />
          <BodyField
            article={article.id}
            lang={fields.lang}
            value={fields.body}
            error={problem?.of('body')}
            onChange={body => change({ body })}
          />
        </div>
        {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
        <div className="answer-preview" role="region" aria-label={words.form.preview} tabIndex={0}>
          <h2 className="quiet t-13">{words.form.preview}</h2>
          <div lang={fields.lang}>
            <p className="answer-summary">{fields.summary}</p>
            <Prose html={now?.html ?? article.html ?? ''} />
          </div>
        </div>
      </div>
      <AboutFields fields={fields} change={change} lang={lang} />
    </div>
  );
}

/** What keeps it from being published, said while it is written. */
function Missing({ of }: { of: NonNullable<Article['writing']> }) {
  const words = useAnswerWords().form;
  const missing = [
    of.unknown_links.length > 0 && words.unknown_links(of.unknown_links.join(', ')),
    of.unknown_snippets.length > 0 && words.unknown_snippets(of.unknown_snippets.join(', ')),
    of.unknown_pictures.length > 0 && words.unknown_pictures(of.unknown_pictures.join(', ')),
    of.wordless_pictures.length > 0 && words.wordless_pictures(of.wordless_pictures.join(', ')),
  ].filter(each => each !== false);
  return missing.map(sentence => <Notice key={sentence} title={sentence} />);
}

interface AboutProps {
  fields: Fields;
  change: (more: Partial<Fields>) => void;
  lang: 'en' | 'fr';
}

/** What it is, for whom, and who keeps it right. */
function AboutFields({ fields, change, lang }: AboutProps) {
  const words = useAnswerWords();
  const { categories: category_names } = useTicketWords();
  const agents = useQuery(askAgents()).data ?? [];
  return (
    <div className="answer-about">
      <Choose
        label={words.kind}
        names={article_kinds.map(kind => [kind, kind_names[kind].one[lang]])}
        value={fields.kind}
        onChange={kind => kind && change({ kind })}
      />
      <Choose
        label={words.audience}
        names={audiences.map(audience => [audience, audience_names[audience][lang]])}
        value={fields.audience}
        onChange={audience => audience && change({ audience })}
      />
      <Choose
        label={words.category}
        none={words.no_category}
        names={category_ids.map(category => [category, category_names[category]])}
        value={fields.category}
        onChange={category => change({ category })}
      />
      <Choose
        label={words.form.lang}
        names={langs.map(each => [each, words.form.langs[each]])}
        value={fields.lang}
        onChange={each => each && change({ lang: each })}
      />
      <Choose
        label={words.form.owner}
        none={words.form.nobody}
        names={agents.map(({ id, name }) => [String(id), name])}
        value={fields.owner === null ? null : String(fields.owner)}
        onChange={id => change({ owner: id === null ? null : Number(id) })}
      />
      <TextField
        label={words.form.review_on}
        type="date"
        value={fields.review_on ?? ''}
        onChange={({ target }) => change({ review_on: target.value || null })}
      />
      {fields.audience === 'schools' && (
        <>
          <CheckGroup
            label={`${words.form.roles} (${words.form.roles_hint})`}
            choices={school_roles.map(role => ({ value: role, label: words.form.role_names[role] }))}
            values={fields.for_roles}
            onChange={for_roles => change({ for_roles })}
          />
          <label className="choice">
            <input
              type="checkbox"
              checked={fields.stage1_only}
              onChange={({ target }) => change({ stage1_only: target.checked })}
            />
            <span>{words.form.stage1_only}</span>
          </label>
        </>
      )}
    </div>
  );
}
