import type { FormEvent, ReactNode } from 'react';
import { useTicketWords } from '#tickets/web/words.ts';
import { FileField, useCatchFiles, type Files } from '#ui/files.ts';
import {
  Button,
  ErrorSummary,
  Field,
  KeptWords,
  OtherText,
  RadioGroup,
  Select,
  TextField,
  type Keeping,
  type Problem,
} from '#ui/ui.ts';
import { soon } from '#ui/floating/soon.tsx';
import { WritingBox } from '#ui/parts/WritingBox.tsx';
import { useSession } from '#accounts/web/accounts.tsx';
import { doorOf } from '../../../rules/opening/door.ts';
import { category_ids, portal_cards, type Category, type PortalCard } from '../../../rules/categories.ts';
import { impacts, urgencies } from '../../../rules/priority.ts';
import { NoFile } from '../../attached/NoFile.tsx';
import { WayToForm } from '../../beside.tsx';
import { EnvironmentBox, type useEnvironment } from '../../environment/EnvironmentBox.tsx';
import type { Asked } from '../fields/use-asked.ts';
import { usePortalWords, type Question } from '../words.ts';

const AskedFields = soon(async () => (await import('../fields/AskedFields.tsx')).AskedFields);

interface QuestionFormProps {
  question: Question;
  change: (more: Partial<Question>) => void;
  /** What its category asks of its own. */
  own: Asked;
  /** Who of the school can have it first, where it is the school's own matter. */
  technician: string | undefined;
  untouched: Question;
  files: Files;
  busy: boolean;
  problem: Problem | undefined;
  /** What was sent when the problem came: a field that was changed since is no longer called wrong. */
  tried: Question | undefined;
  send: () => void;
  keeping: Keeping;
  environment: ReturnType<typeof useEnvironment>;
  /** It speaks of a file, and there is none. */
  noFile: boolean;
  /** What may answer it already, met after what is typed. */
  answers: ReactNode;
}

const cards = Object.entries(portal_cards) as unknown as [PortalCard, readonly Category[]][];
const behind_cards = new Set(cards.flatMap(([, categories]) => categories));
const others = category_ids.filter(category => !behind_cards.has(category));
const fields = ['subject', 'description', 'category', 'impact', 'urgency', 'files'] as const;

/** The categories that the gate opens to this person, by their cards. */
function useOpenCategories() {
  const { open } = useSession();
  return [...cards, ['other', others] as const]
    .map(([card, all]) => [card, all.filter(category => open.includes(doorOf(category)))] as const)
    .filter(([, categories]) => categories.length > 0);
}

export function QuestionForm(props: QuestionFormProps) {
  const { question, change, own, files, busy, problem, tried, send } = props;
  const words = usePortalWords().ask;
  const ticket = useTicketWords();
  const open = useOpenCategories();
  const catching = useCatchFiles(files);
  const error = (field: (typeof fields)[number]) =>
    field === 'files' || question[field] === tried?.[field] ? problem?.of(field) : undefined;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return (
    <form className="question-form" noValidate onSubmit={onSubmit} {...catching}>
      <ErrorSummary
        problem={problem}
        fields={{ ...Object.fromEntries(fields.map(id => [id, { id, label: words[id] }])), ...own.places }}
      />
      <TextField
        id="subject"
        label={words.subject}
        error={error('subject')}
        maxLength={200}
        value={question.subject}
        onChange={event => change({ subject: event.target.value })}
      />
      <Field
        id="description"
        label={words.description}
        hint={words.description_hint}
        error={error('description')}
      >
        {wiring => (
          <WritingBox
            {...wiring}
            label={words.description}
            rows={8}
            value={question.description}
            onChange={description => change({ description })}
          />
        )}
      </Field>
      <OtherText keeping={props.keeping} />
      {props.answers}
      <Select
        id="category"
        label={words.category}
        error={error('category')}
        value={question.category}
        onChange={event => change({ category: event.target.value as Category | '' })}
      >
        {!question.category && <option value="">{words.choose}</option>}
        {open.map(([card, categories]) => (
          <optgroup key={card} label={card === 'other' ? words.other_group : ticket.cards[card]}>
            {categories.map(category => (
              <option key={category} value={category}>
                {ticket.categories[category]}
              </option>
            ))}
          </optgroup>
        ))}
      </Select>
      <WayToForm category={question.category} />
      {props.technician && (
        <RadioGroup
          name="pass"
          label={words.pass}
          hint={words.pass_hint}
          choices={[
            { value: 'yes', label: words.pass_to(props.technician) },
            { value: 'no', label: words.pass_not },
          ]}
          value={question.pass || 'yes'}
          onChange={pass => change({ pass })}
        />
      )}
      {own.any && <AskedFields {...props} asked={own} />}
      <div className="pair">
        <RadioGroup
          name="impact"
          label={words.impact}
          error={error('impact')}
          choices={impacts.map(value => ({ value, label: ticket.impacts[value] }))}
          value={question.impact}
          onChange={impact => change({ impact })}
        />
        <RadioGroup
          name="urgency"
          label={words.urgency}
          error={error('urgency')}
          choices={urgencies.map(value => ({ value, label: ticket.urgencies[value] }))}
          value={question.urgency}
          onChange={urgency => change({ urgency })}
        />
      </div>
      <div className="field" id="files" tabIndex={-1}>
        <p className="name">{words.files}</p>
        <p className="hint">{words.files_hint}</p>
        <FileField files={files} />
        {error('files') && <p className="error">{error('files')}</p>}
      </div>
      <EnvironmentBox offered={props.environment} />
      <NoFile asking={props.noFile} sendAnyway={send} />
      <p className="send">
        <Button look="main" type="submit" busy={busy}>
          {words.send}
        </Button>
        <KeptWords keeping={props.keeping} />
      </p>
    </form>
  );
}
