import type { Guide } from '#guide/rules/guide.ts';
import { workers } from '#guide/rules/kinds.ts';
import { Button, Select, TextField, useLang } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { AnswersField } from './AnswersField.tsx';
import { ConditionField } from './ConditionField.tsx';
import { InBoth } from './InBoth.tsx';
import { PickField } from './PickField.tsx';
import { StepsField } from './StepsField.tsx';
import type { Editing } from './use-editing.ts';

type Question = Guide['questions'][number];

/** A question: its words, how to find out, its answers and where each leads, when it is asked, what picks an answer. */
export function QuestionForm({ question, editing }: { question: Question; editing: Editing }) {
  const { fields: words, who, ...more } = useGuideWords().edit;
  const [lang] = useLang();
  const put = (next: Question) =>
    editing.change(guide => ({
      ...guide,
      questions: guide.questions.map(each => (each.id === question.id ? next : each)),
    }));
  const change = (part: Partial<Question>) => put({ ...question, ...part });
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
      <AnswersField question={question} guide={editing.guide} change={answers => change({ answers })} />
      <ConditionField
        question={question}
        guide={editing.guide}
        change={condition => {
          const { when: _, else_next: __, ...always } = question;
          put({ ...always, ...condition });
        }}
      />
      <PickField
        question={question}
        change={pick => {
          const { auto_check: _, ...plain } = question;
          put(pick ? { ...plain, auto_check: pick } : plain);
        }}
      />
    </>
  );
}
