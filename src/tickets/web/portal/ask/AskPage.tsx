import { useState } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { keepAnswer, Notice, Problem, useDraft, useFiles, useSubmit, Button } from '#ui/ui.ts';
import { portal_cards, type Category, type PortalCard } from '../../../rules/categories.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { usePortalWords, type Question } from '../words.ts';
import { QuestionForm } from './QuestionForm.tsx';
import './ask.css';

const empty: Question = {
  subject: '',
  description: '',
  category: '',
  impact: 'one_person',
  urgency: 'normal',
};

/** One page to ask on. What is written is kept on this computer until it is sent. */
export function AskPage() {
  const words = usePortalWords().ask;
  const { query } = useRoute();
  const { person } = useSession();
  const [asked] = useState(() => fromAddress(query));
  const draft = useDraft<Question>(`${person.id}:ask`, { ...empty, ...asked });
  // What the address says goes before what was left behind.
  const [question, setQuestion] = useState<Question>({ ...draft.value, ...asked });
  const files = useFiles();
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const [missing, setMissing] = useState<Problem>();
  const [tried, setTried] = useState<Question>();
  const follows = Number(query.get('follows')) || undefined;

  const change = (more: Partial<Question>) => {
    const next = { ...question, ...more };
    setQuestion(next);
    draft.set(next);
  };
  const send = async () => {
    const absent = missingOf(question, files.pending, words);
    setMissing(absent);
    setTried(question);
    if (absent) return;
    const ticket = await submit('/api/tickets', {
      ...question,
      files: files.ids,
      ...(follows && { follows }),
    });
    if (!ticket) return;
    draft.clear();
    keepAnswer(`/api/tickets/${ticket.number}`, ticket);
    navigate(`/tickets/${ticket.number}?sent=yes`, { replace: true });
  };
  const startAfresh = () => {
    draft.clear();
    files.clear();
    setQuestion({ ...empty, ...asked });
  };

  return (
    <div className="page ask-page">
      <div>
        <PageHeading title={words.title} tab={`${words.title} · Firstline`} />
        {follows && <Notice title={words.follows(follows)} />}
        {draft.found && draft.value.description && (
          <Notice title={words.draft}>
            <Button small onClick={startAfresh}>
              {words.discard}
            </Button>
          </Notice>
        )}
        <QuestionForm
          question={question}
          change={change}
          files={files}
          busy={busy}
          problem={missing ?? problem}
          tried={tried}
          send={() => void send()}
        />
      </div>
      <aside>
        <h2>{words.next_title}</h2>
        <ol>
          <li>{words.next_1}</li>
          <li>{words.next_2}</li>
          <li>{words.next_3}</li>
        </ol>
      </aside>
    </div>
  );
}

/** The box and the cards of the first page lead here with a subject, or with what it is about. */
function fromAddress(query: URLSearchParams): Partial<Question> {
  const subject = query.get('subject');
  const card = portal_cards[query.get('card') as PortalCard] as readonly Category[] | undefined;
  // "Something else" says nothing about what: she chooses.
  const category = query.get('card') === 'something_else' ? undefined : (card?.[0] ?? query.get('category'));
  return { ...(subject && { subject }), ...(category && { category: category as Category }) };
}

function missingOf(
  question: Question,
  filesPending: boolean,
  words: ReturnType<typeof usePortalWords>['ask'],
): Problem | undefined {
  const errors = [
    !question.subject.trim() && { field: 'subject', sentence: words.needed },
    !question.description.trim() && { field: 'description', sentence: words.needed },
    !question.category && { field: 'category', sentence: words.choose_error },
    filesPending && { field: 'files', sentence: words.files_wait },
  ].filter(error => error !== false);
  return errors.length ? new Problem({ status: 0, detail: '', errors }) : undefined;
}
