import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import type { Article } from '#knowledge/rules/article.ts';
import { article_kinds, beginnings, kind_names, type ArticleKind } from '#knowledge/rules/kinds.ts';
import { article_limits as limits } from '#knowledge/rules/limits.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { api, Button, Notice, TextField, useLang, useSubmit } from '#ui/ui.ts';
import type { NewAnswerSearch } from '../search.ts';
import { useAnswerWords } from './asking.ts';
import './answers.css';
import { Choose } from './Choose.tsx';

/** What kind, and its title; the rest is written where it is kept. From a ticket it begins with what is said there. */
export function NewAnswerPage() {
  const words = useAnswerWords();
  const [lang] = useLang();
  const search: NewAnswerSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const ticket = Number(search.ticket) || undefined;
  const from = useQuery({
    queryKey: ['ticket text', ticket],
    queryFn: ({ signal }) => api.get<FromTicket>(`/api/tickets/${ticket}`, { signal }),
    enabled: ticket !== undefined,
  }).data;
  const [kind, setKind] = useState<ArticleKind>(search.kind ?? (ticket ? 'knowledge' : 'guide'));
  const [typed, setTitle] = useState<string>();
  const title = typed ?? from?.subject ?? search.title ?? '';
  const { submit, busy, problem } = useSubmit<Article>();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const begun = await submit('/api/articles', {
      ...{ kind, lang, title, audience: 'schools', state: 'draft' },
      body: from ? textOf(from, beginnings[kind][lang]) : beginnings[kind][lang],
      ...(ticket && { ticket }),
      ...(search.search && { search: search.search }),
      ...(from?.category && { category: from.category }),
    });
    if (begun)
      void navigate({
        to: '/desk/answers/$id',
        params: { id: String(begun.id) },
        search: { show: 'writing' },
        replace: true,
      });
  };
  return (
    <WorkPage
      above={
        <Link to="/desk/answers" search={{}}>
          {words.all}
        </Link>
      }
      title={words.form.new_title}
    >
      {ticket && <Notice title={words.form.from_ticket(ticket)} />}
      <form className="answer-begin" onSubmit={event => void begin(event)}>
        <Choose
          label={words.kind}
          names={article_kinds.map(each => [each, kind_names[each].one[lang]])}
          value={kind}
          onChange={each => each && setKind(each)}
        />
        <TextField
          label={words.form.title}
          hint={words.form.title_hint[kind]}
          autoComplete="off"
          maxLength={limits.title}
          value={title}
          error={problem?.of('title')}
          onChange={({ target }) => setTitle(target.value)}
        />
        {problem && problem.errors.length === 0 && <Notice tone="bad" title={problem.detail} />}
        <div className="deeds">
          <Button look="main" type="submit" busy={busy}>
            {words.form.begin}
          </Button>
        </div>
      </form>
    </WorkPage>
  );
}

interface FromTicket {
  subject: string;
  category: string;
  messages: { kind: string; text: string }[];
}

/** What was asked and answered, under the headings of its kind: the server takes out what tells who it was. */
function textOf({ messages }: FromTicket, beginning: string): string {
  const said = messages.filter(({ kind }) => kind === 'reply').map(({ text }) => text);
  const [asked, answered] = [said[0], said.length > 1 ? said.at(-1) : undefined];
  const quoted = [asked, answered].filter(Boolean).map(text => text!.replace(/^/gm, '> '));
  return `${beginning}\n\n${quoted.join('\n\n')}\n`;
}
