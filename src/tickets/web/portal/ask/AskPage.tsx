import { useState, type ReactNode } from 'react';
import { useSession } from '#accounts/web/accounts.tsx';
import { navigate, PageHeading, useRoute } from '#ui/route/router.tsx';
import { useDraftFiles } from '#ui/files.ts';
import { keepAnswer, Notice, Problem, useDraft, useSubmit, Button } from '#ui/ui.ts';
import { portal_cards, type Category, type PortalCard } from '../../../rules/categories.ts';
import type { TicketWithMessages } from '../../../rules/ticket.ts';
import { useNoFile } from '../../attached/NoFile.tsx';
import { WhileTyping, type Typing } from '../../beside.tsx';
import { useEnvironment } from '../../environment/EnvironmentBox.tsx';
import { questionDraft } from '../draft-keys.ts';
import { useAsked } from '../fields/use-asked.ts';
import { usePortalWords, type Question } from '../words.ts';
import { useOnSlip } from '../slips/use-on-slip.ts';
import { QuestionForm } from './QuestionForm.tsx';
import { useAddTo } from './use-add-to.ts';
import { useTechnician } from './use-technician.ts';
import './ask.css';

const empty: Question & { files: string } = {
  subject: '',
  description: '',
  category: '',
  impact: 'one_person',
  urgency: 'normal',
  template: '',
  pass: '',
  files: '',
};

/** One page to ask on. What is written is kept until it is sent, with its files. */
export function AskPage() {
  const words = usePortalWords().ask;
  const { query } = useRoute();
  const { person } = useSession();
  // What the address says goes before what was left behind, until something is changed.
  const [asked, setAsked] = useState(() => fromAddress(query));
  const draft = useDraft(questionDraft(person.id), empty);
  const question = { ...draft.value, ...asked } as Question;
  const files = useDraftFiles(draft.value.files, next => draft.change(now => ({ files: next(now.files) })));
  const noFile = useNoFile(`${question.subject}\n${question.description}`, files.items.length);
  const environment = useEnvironment(query.get('from'));
  const own = useAsked(question.category);
  const technician = useTechnician(question.category);
  const onSlip = useOnSlip<TicketWithMessages>();
  const { submit, busy, problem } = useSubmit<TicketWithMessages>();
  const [missing, setMissing] = useState<Problem>();
  const [tried, setTried] = useState<Question>();
  const follows = Number(query.get('follows')) || undefined;

  const change = (more: Partial<Question>) => {
    draft.change({ ...asked, ...more });
    setAsked({});
  };
  const send = async () => {
    const { sent, errors } = own.answers.current();
    const absent = missingOf(question, files.pending, words, errors);
    setMissing(absent);
    setTried(question);
    if (absent || noFile.holdsBack()) return;
    const body = {
      ...bodyOf(question),
      ...sent,
      files: files.ids,
      ...environment.sent,
      ...(technician && question.pass !== 'no' && { pass: true }),
      ...(follows && { follows }),
    };
    const { subject, description: text } = question;
    const ticket = await onSlip(submit, {
      ...{ path: '/api/tickets', body, subject, text, draft: 'ask' },
      fields: question as unknown as Record<string, string>,
      kept: id => {
        draft.clear();
        navigate(`/waiting/${id}`, { replace: true });
      },
    });
    if (!ticket || ticket === 'kept') return;
    draft.clear();
    keepAnswer(`/api/tickets/${ticket.number}`, ticket);
    navigate(`/tickets/${ticket.number}?sent=yes`, { replace: true });
  };
  const startAfresh = () => {
    files.clear();
    draft.clear();
  };
  const [instead, setInstead] = useState<ReactNode>();
  const end: Typing['end'] = shown => {
    const typed = { ...draft.value, ...asked } as typeof draft.value;
    draft.clear();
    setAsked({});
    const afresh = () => setInstead(undefined);
    setInstead(shown({ back: () => (draft.set(typed), afresh()), afresh }));
  };
  // What the address says is kept, too: whoever comes back finds the question as she left it.
  const addTo = useAddTo({ typed: question, keep: () => change({}) });
  if (instead)
    return (
      <div className="page ask-page">
        <div>{instead}</div>
      </div>
    );

  return (
    <div className="page ask-page">
      <div>
        <PageHeading title={words.title} />
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
          own={own}
          technician={technician}
          untouched={empty}
          change={change}
          files={files}
          busy={busy}
          problem={missing ?? problem}
          tried={tried}
          send={() => void send()}
          keeping={draft.keeping}
          environment={environment}
          noFile={noFile.asking}
          answers={<WhileTyping typed={question} end={end} addTo={addTo} />}
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

/** What is sent of it; the category's own fields go by their values. */
const bodyOf = ({ subject, description, category, impact, urgency, template }: Question) => ({
  subject,
  description,
  category,
  impact,
  urgency,
  ...(template && { template: Number(template) }),
});

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
  own: Problem['errors'],
): Problem | undefined {
  const errors = [
    !question.subject.trim() && { field: 'subject', sentence: words.needed },
    !question.description.trim() && { field: 'description', sentence: words.needed },
    !question.category && { field: 'category', sentence: words.choose_error },
    ...own,
    filesPending && { field: 'files', sentence: words.files_wait },
  ].filter(error => error !== false);
  return errors.length ? new Problem({ status: 0, detail: '', errors }) : undefined;
}
