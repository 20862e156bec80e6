import type { Check, Reading } from '#guide/rules/check.ts';
import { Shape, type ShapeName } from '#ui/ui.ts';
import { useGuideWords } from './asking.ts';
import './checks.css';

const shape_of: Record<NonNullable<Reading['ending']>['owner'], ShapeName> = {
  SCHOOL: 'ring',
  ISP: 'ring',
  IGROUP: 'disc',
  BCESIS: 'diamond',
};

/** What a walk says: whose it is first, then question by question. */
export function ReadingShown({ reading }: { reading: Reading }) {
  const words = useGuideWords().checks;
  const { ending, stopped_at, answers, beside, unknown } = reading;
  return (
    <div className="reading">
      {ending && (
        <>
          <p className="name">{ending.title}</p>
          <p className="in">
            <Shape name={shape_of[ending.owner]} />
            <span>
              {words.whose}: {ending.owner_words}
            </span>
          </p>
          <p className="second t-13">{ending.allow_words}</p>
        </>
      )}
      {stopped_at && (
        <p>
          {words.stopped}: <span className="name">{stopped_at}</span>
        </p>
      )}
      {unknown.length > 0 && (
        <div className="not-known">
          <p className="in name">
            <Shape name="cross" />
            {words.unknown}
          </p>
          <ul>
            {unknown.map(question => (
              <li key={question}>{question}</li>
            ))}
          </ul>
        </div>
      )}
      {answers.length > 0 && <Answers answers={answers} />}
      {beside.length > 0 && (
        <>
          <p className="quiet t-13">{words.beside}</p>
          <Answers answers={beside} />
        </>
      )}
    </div>
  );
}

const Answers = ({ answers }: Pick<Reading, 'answers'>) => (
  <ol className="given-answers">
    {answers.map(({ id, question, answer }) => (
      <li key={id}>
        <span className="quiet t-13">{question}</span>
        <span>{answer}</span>
      </li>
    ))}
  </ol>
);

/** What was measured with it, line by line, and the words that stood on the screen. */
export function MeasuredShown({ check }: { check: Check }) {
  const words = useGuideWords().checks;
  return (
    <div className="reading">
      {check.message && (
        <p>
          {words.message}: <q>{check.message}</q>
        </p>
      )}
      {check.measured.length === 0 ? (
        <p className="quiet t-13">{words.not_measured}</p>
      ) : (
        <ul className="measured-lines">
          {check.measured.map(({ name, words: said, good }) => (
            <li key={name}>
              <Shape name={good ? 'tick' : 'cross'} />
              <span>
                <span className="quiet t-13">{name}</span> <span className={good ? '' : 'name'}>{said}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
