import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { article_limits as limits } from '#knowledge/rules/limits.ts';
import type { Snippet } from '#knowledge/rules/snippets.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import {
  api,
  Button,
  Nothing,
  NotYet,
  Prose,
  refused,
  TextArea,
  TextField,
  toast,
  useSubmit,
} from '#ui/ui.ts';
import '../article-text.css';
import { askSnippets, useAnswerWords, useArticlesLive } from './asking.ts';
import './answers.css';
import { Beside } from './Beside.tsx';

const path = '/api/article-snippets';

/** What articles put in by its name: what each says, and where it stands. */
export function SnippetsPage() {
  const words = useAnswerWords();
  const asked = useQuery(askSnippets());
  const { data } = asked;
  const [writing, setWriting] = useState<Snippet | 'new'>();
  useArticlesLive();
  return (
    <WorkPage
      title={words.snippets.title}
      lead={words.snippets.lead}
      deeds={
        data?.can.keep && (
          <Button look="main" icon="plus" onClick={() => setWriting('new')}>
            {words.snippets.begin}
          </Button>
        )
      }
    >
      <Beside />
      <NotYet asked={asked} lines={6} words={words} />
      {data?.items.length === 0 && <Nothing title={words.snippets.none} hint={words.snippets.none_hint} />}
      {data && data.items.length > 0 && (
        <ul className="lines">
          {data.items.map(each => (
            <Line key={each.id} snippet={each} keeps={data.can.keep} onWrite={setWriting} />
          ))}
        </ul>
      )}
      {writing && (
        <SnippetSheet
          snippet={writing === 'new' ? undefined : writing}
          onClose={() => setWriting(undefined)}
        />
      )}
    </WorkPage>
  );
}

interface LineProps {
  snippet: Snippet;
  keeps: boolean;
  onWrite: (snippet: Snippet) => void;
}

function Line({ snippet, keeps, onWrite }: LineProps) {
  const words = useAnswerWords().snippets;
  const client = useQueryClient();
  const remove = async () => {
    const gone = await api.delete(`${path}/${snippet.id}`).catch(refused);
    if (gone) toast({ text: words.removed(snippet.name) });
    void client.invalidateQueries(askSnippets());
  };
  return (
    <li className="snippet-line">
      <div className="line-text">
        <h2 className="name">{snippet.name}</h2>
        <Prose html={snippet.html} />
        <p className="quiet t-13">
          {snippet.used_in.length === 0 ? words.unused : `${words.used_in} `}
          {snippet.used_in.map(({ id, title }, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <Link to="/desk/answers/$id" params={{ id: String(id) }} search={{}}>
                {title}
              </Link>
            </span>
          ))}
        </p>
      </div>
      {keeps && (
        <span className="answer-deeds">
          <Button small aria-label={words.change_what(snippet.name)} onClick={() => onWrite(snippet)}>
            {words.change}
          </Button>
          {snippet.used_in.length === 0 && (
            <Button
              small
              look="bare"
              aria-label={words.remove_what(snippet.name)}
              onClick={() => void remove()}
            >
              {words.remove}
            </Button>
          )}
        </span>
      )}
    </li>
  );
}

/** What changes says, before it does, in how many articles it will be read. */
function SnippetSheet({ snippet, onClose }: { snippet: Snippet | undefined; onClose: () => void }) {
  const words = useAnswerWords().snippets;
  const client = useQueryClient();
  const [name, setName] = useState(snippet?.name ?? '');
  const [body, setBody] = useState(snippet?.body ?? '');
  const { submit, busy, problem } = useSubmit<Snippet>(snippet ? 'put' : 'post');
  const keep = async () => {
    const kept = snippet
      ? await submit(`${path}/${snippet.id}`, { name, body, edition: snippet.edition })
      : await submit(path, { name, body });
    if (!kept) return;
    void client.invalidateQueries({ queryKey: ['articles'] });
    toast({ text: words.kept });
    onClose();
  };
  const count = snippet?.used_in.length ?? 0;
  return (
    <SheetForm
      title={snippet ? words.change_what(snippet.name) : words.begin}
      deed={count > 0 ? words.keep_in(count) : words.keep}
      cancel={words.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void keep()}
      onClose={onClose}
    >
      <TextField
        label={words.name}
        hint={words.name_hint}
        autoFocus
        autoComplete="off"
        maxLength={limits.snippet_name}
        value={name}
        error={problem?.of('name')}
        onChange={({ target }) => setName(target.value)}
      />
      <TextArea
        label={words.body}
        rows={10}
        maxLength={limits.snippet}
        value={body}
        error={problem?.of('body')}
        onChange={({ target }) => setBody(target.value)}
      />
    </SheetForm>
  );
}
