import type { Words } from '#platform/schemas.ts';
import type { Guide } from '#guide/rules/guide.ts';
import { guide_limits } from '#guide/rules/kinds.ts';
import { Ruled } from '#ui/parts/Ruled.tsx';
import { Button } from '#ui/ui.ts';
import { useGuideWords } from '../asking.ts';
import { newAnswer } from './adding.ts';
import { InBoth } from './InBoth.tsx';
import { PlaceSelect } from './PlaceSelect.tsx';

type Question = Guide['questions'][number];
type Answer = Question['answers'][number];

interface AnswersFieldProps {
  question: Question;
  guide: Guide;
  change: (answers: Answer[]) => void;
}

const empty = { en: '', fr: '' };

/** The answers of a question: their words, where each leads, and what a ticket says in its place. */
export function AnswersField({ question: { id, answers }, guide, change }: AnswersFieldProps) {
  const words = useGuideWords().edit;
  const put = (place: number, answer: Answer) =>
    change(answers.map((each, index) => (index === place ? answer : each)));
  const free = () => {
    for (let number = answers.length + 1; ; number++)
      if (!answers.some(answer => answer.id === `answer_${number}`)) return `answer_${number}`;
  };
  return (
    <>
      {answers.map((answer, place) => (
        <Ruled key={answer.id} legend={words.fields.answer(place + 1)}>
          <InBoth
            label={words.fields.answer(place + 1)}
            rows={1}
            value={answer.label}
            change={label => put(place, { ...answer, label })}
          />
          <PlaceSelect
            label={`${words.fields.next} (${words.fields.answer(place + 1)})`}
            guide={guide}
            but={id}
            value={answer.next}
            change={next => put(place, { ...answer, next })}
          />
          <details open={answer.record !== undefined}>
            <summary className="quiet t-13">{words.fields.record}</summary>
            <InBoth
              label={`${words.fields.record} (${words.fields.answer(place + 1)})`}
              rows={1}
              value={answer.record ?? empty}
              change={record => put(place, withRecord(answer, record))}
            />
          </details>
          <Button
            small
            look="bare"
            aria-label={words.remove_what(words.fields.answer(place + 1))}
            onClick={() => change(answers.filter((_, index) => index !== place))}
          >
            {words.remove}
          </Button>
        </Ruled>
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

/** Without a word in either language it is none. */
function withRecord(answer: Answer, record: Words): Answer {
  const { record: _, ...plain } = answer;
  return record.en || record.fr ? { ...plain, record } : plain;
}
