import { useEffect, useRef, useState, type FormEvent } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { forum_limits } from '#forum/rules/limits.ts';
import type { NamesChoice } from '#forum/rules/signing.ts';
import type { Topic, Topics } from '#forum/rules/topic.ts';
import type { Suggestions } from '#knowledge/rules/suggestion.ts';
import { category_ids } from '#tickets/rules/categories.ts';
import type { TicketWords } from '#tickets/rules/words/en.ts';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import {
  afterPause,
  api,
  Button,
  CheckBox,
  ErrorSummary,
  KeptWords,
  OtherText,
  Problem,
  Select,
  TextField,
  toast,
  useDraft,
  useGet,
  useSubmit,
  withQuery,
  wordsOf,
} from '#ui/ui.ts';
import { useNaming } from '../topic/use-naming.ts';
import { useWay } from '../way.ts';
import { useForumWords } from '../words.ts';
import '../forum.css';

const useTicketWords = wordsOf<TicketWords>('tickets');
const empty = { title: '', text: '', area: '', may: '' };
const needed = ['title', 'text', 'area'] as const;

/** A question for everybody, kept with every letter; what was asked or written already stands beside it. */
export function AskForm({ title: given }: { title: string }) {
  const words = useForumWords().write;
  const { categories } = useTicketWords();
  const { base, go } = useWay();
  const { person, side } = useSession();
  const draft = useDraft(`${person.id}:new:topic`, empty);
  const { text, area, may } = draft.value;
  const title = draft.value.title || (draft.found ? '' : given);
  const [missing, setMissing] = useState<Problem>();
  const { submit, busy, problem: refused } = useSubmit<Topic>();
  const problem = missing ?? refused;
  const box = useRef<HTMLTextAreaElement>(null);
  const naming = useNaming(box, text, now => draft.change({ text: now }));
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const errors = needed
      .filter(field => !{ title, text, area }[field].trim())
      .map(field => ({ field, sentence: words.needed[field] }));
    setMissing(errors.length > 0 ? new Problem({ status: 0, detail: '', errors }) : undefined);
    if (errors.length > 0) return;
    const asked = await submit('/api/topics', { title, text, area, ...(may && { may_open_ticket: true }) });
    if (!asked) return;
    draft.clear();
    toast({ text: words.sent });
    go(`${base}/${asked.id}`, { replace: true });
  };
  return (
    <form className="forum-form forum-ask" onSubmit={event => void send(event)}>
      <ErrorSummary
        problem={problem}
        fields={Object.fromEntries(needed.map(name => [name, { id: `forum-${name}`, label: words[name] }]))}
      />
      <TextField
        id="forum-title"
        label={words.title}
        hint={words.title_hint}
        autoComplete="off"
        maxLength={forum_limits.title}
        value={title}
        error={problem?.of('title')}
        onChange={event => draft.change({ title: event.target.value })}
      />
      <Like title={title} />
      <div className="field">
        <label htmlFor="forum-text">{words.text}</label>
        <p id="forum-text-hint" className="hint">
          {words.leave_out} <Signs />
        </p>
        {naming.list}
        <WritingBox
          {...naming.field}
          area={box}
          id="forum-text"
          label={words.text}
          rows={6}
          maxLength={forum_limits.text}
          value={text}
          aria-describedby="forum-text-hint"
          onChange={value => draft.change({ text: value })}
        />
        {problem?.of('text') && <p className="error">{problem.of('text')}</p>}
      </div>
      <Select
        id="forum-area"
        label={words.area}
        value={area}
        error={problem?.of('area')}
        onChange={event => draft.change({ area: event.target.value })}
      >
        <option value="">{words.choose}</option>
        {category_ids.map(category => (
          <option key={category} value={category}>
            {categories[category]}
          </option>
        ))}
      </Select>
      {side === 'school' && (
        <CheckBox
          label={words.may_ticket}
          checked={may !== ''}
          onChange={event => draft.change({ may: event.target.checked ? 'yes' : '' })}
        />
      )}
      <OtherText keeping={draft.keeping} />
      <p className="deeds">
        <Button look="main" type="submit" busy={busy}>
          {words.send}
        </Button>
        <KeptWords keeping={draft.keeping} />
      </p>
    </form>
  );
}

/** As whom everybody will read it. */
function Signs() {
  const words = useForumWords().write;
  const { side, school, person } = useSession();
  const { data } = useGet<{ names: NamesChoice }>(side === 'school' ? '/api/forum/names' : null);
  if (side === 'desk') return words.signed(person.name);
  return data && (data.names === 'person' ? words.signed_person : words.signed(school?.name ?? ''));
}

const rest_ms = 300;
const long_enough = 8;

/** Topics and answers that may be what is about to be asked; none is a wall. */
function Like({ title }: { title: string }) {
  const words = useForumWords().write;
  const { base, answers, Link } = useWay();
  const [found, setFound] = useState<{ to: string; name: string; kind: string; lang?: string }[]>([]);
  const typed = title.trim();
  useEffect(() => {
    const look = async (signal: AbortSignal) => {
      if (typed.length < long_enough) return setFound([]);
      const asked = { title: typed, kind: 'article', limit: 2 };
      const [topics, articles] = await Promise.all([
        api.get<Topics>(withQuery('/api/topics', { like: typed, limit: 2 }), { signal }),
        api.post<Suggestions>('/api/suggestions', asked, { signal }),
      ]);
      setFound([
        ...topics.items.map(item => ({
          ...{ to: `${base}/${item.id}`, name: item.title, kind: words.like_topic, lang: item.lang },
        })),
        ...articles.items.map(({ id, title: name }) => ({
          to: `${answers}/${id}`,
          name,
          kind: words.like_article,
        })),
      ]);
    };
    return afterPause(rest_ms, look);
  }, [typed, base, answers, words]);
  if (found.length === 0) return null;
  return (
    <section className="forum-like" aria-label={words.like}>
      <h2>{words.like}</h2>
      <ul>
        {found.map(({ to, name, kind, lang }) => (
          <li key={to}>
            <Link to={to} {...(lang && { lang })}>
              {name}
            </Link>{' '}
            <span className="quiet t-14">{kind}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
