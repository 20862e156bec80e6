import type { Guide } from '#guide/rules/guide.ts';
import { guide_limits, workers } from '#guide/rules/kinds.ts';
import { Button, Select, TextField, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { newAnswer } from './adding.ts';
import { InBoth } from './InBoth.tsx';
import { StepsField } from './StepsField.tsx';
import type { Editing } from './use-editing.ts';

type Question = Guide['questions'][number];
type Answer = Question['answers'][number];

/** A question: its words, how to find out, its answers and where each leads. */
export function QuestionForm({ question, editing }: { question: Question; editing: Editing }) {
  const { fields: words, who, ...more } = useGuideWords().edit;
  const [lang] = useLang();
  const change = (part: Partial<Question>) =>
    editing.change(guide => ({
      ...guide,
      questions: guide.questions.map(each => (each.id === question.id ? { ...each, ...part } : each)),
    }));
  const remove = () =>
    editing.change(guide => ({
      ...guide,
      questions: guide.questions.filter(({ id }) => id !== question.id),
    }));
  return (
    <>
      <div className="one-head">
        <h2>{question.id}</h2>
        <Button small look="bare" aria-label={more.remove_what(question.id)} onClick={remove}>
          {more.remove}
        </Button>
      </div>
      <InBoth
        label={words.question}
        value={question.question}
        change={value => change({ question: value })}
      />
      <InBoth label={words.why} value={question.why} change={why => change({ why })} />
      <StepsField legend={words.howto} steps={question.howto} change={howto => change({ howto })} />
      <div className="triple">
        <Select
          label={words.group}
          value={question.group}
          onChange={event => change({ group: event.target.value })}
        >
          {editing.guide.groups.map(({ id, title }) => (
            <option key={id} value={id}>
              {title[lang]}
            </option>
          ))}
        </Select>
        <Select
          label={words.who}
          value={question.who}
          onChange={event => change({ who: event.target.value as Question['who'] })}
        >
          {workers.map(worker => (
            <option key={worker} value={worker}>
              {who[worker]}
            </option>
          ))}
        </Select>
        <TextField
          label={words.minutes}
          type="number"
          min={1}
          max={60}
          value={question.minutes}
          onChange={event =>
            change({ minutes: Math.min(60, Math.max(1, Math.round(Number(event.target.value)))) })
          }
        />
      </div>
      <Answers question={question} guide={editing.guide} change={answers => change({ answers })} />
    </>
  );
}

interface AnswersProps {
  question: Question;
  guide: Guide;
  change: (answers: Answer[]) => void;
}

function Answers({ question: { id, answers }, guide, change }: AnswersProps) {
  const words = useGuideWords().edit;
  const put = (place: number, part: Partial<Answer>) =>
    change(answers.map((each, index) => (index === place ? { ...each, ...part } : each)));
  const free = () => {
    for (let number = answers.length + 1; ; number++)
      if (!answers.some(answer => answer.id === `answer_${number}`)) return `answer_${number}`;
  };
  return (
    <>
      {answers.map((answer, place) => (
        <fieldset key={answer.id} className="answer-field">
          <legend>{words.fields.answer(place + 1)}</legend>
          <InBoth
            label={words.fields.answer(place + 1)}
            rows={1}
            value={answer.label}
            change={label => put(place, { label })}
          />
          <Leads
            guide={guide}
            own={id}
            value={answer.next}
            place={place}
            change={next => put(place, { next })}
          />
          <Button
            small
            look="bare"
            aria-label={words.remove_what(words.fields.answer(place + 1))}
            onClick={() => change(answers.filter((_, index) => index !== place))}
          >
            {words.remove}
          </Button>
        </fieldset>
      ))}
      {answers.length < guide_limits.answers && (
        <p>
          <Button small onClick={() => change([...answers, newAnswer(free())])}>
            {words.add_answer}
          </Button>
        </p>
      )}
    </>
  );
}

interface LeadsProps {
  guide: Guide;
  own: string;
  value: string;
  place: number;
  change: (next: string) => void;
}

/** Every question but this one, every outcome; a name that is none of them stays to be seen. */
function Leads({ guide, own, value, place, change }: LeadsProps) {
  const words = useGuideWords().edit;
  const [lang] = useLang();
  const there = [...guide.questions, ...guide.outcomes].some(({ id }) => id === value);
  return (
    <Select
      label={`${words.fields.next} (${words.fields.answer(place + 1)})`}
      value={value}
      error={there ? undefined : value}
      onChange={event => change(event.target.value)}
    >
      {!there && <option value={value}>{value}</option>}
      <optgroup label={words.questions}>
        {guide.questions
          .filter(({ id }) => id !== own)
          .map(({ id, question }) => (
            <option key={id} value={id}>
              {id} {question[lang]}
            </option>
          ))}
      </optgroup>
      <optgroup label={words.outcomes}>
        {guide.outcomes.map(({ id, title }) => (
          <option key={id} value={id}>
            {id} {title[lang]}
          </option>
        ))}
      </optgroup>
    </Select>
  );
}
