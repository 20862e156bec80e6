import type { Trouble } from '#guide/rules/checking.ts';
import { useGuideWords } from '../asking.ts';
import { OutcomeForm } from './OutcomeForm.tsx';
import { QuestionForm } from './QuestionForm.tsx';
import type { Editing } from './use-editing.ts';
import { VariablesForm } from './VariablesForm.tsx';
import { WalksForm } from './WalksForm.tsx';
import { WholeForm } from './WholeForm.tsx';

interface OneFormProps {
  at: string | undefined;
  editing: Editing;
  troubles: readonly Trouble[];
  write: boolean;
}

/** The question, the outcome or what is of the whole guide that is open; for who may not write, to read. */
export function OneForm({ at, editing, troubles, write }: OneFormProps) {
  const words = useGuideWords().edit;
  const { guide } = editing;
  const question = guide.questions.find(({ id }) => id === at);
  const outcome = guide.outcomes.find(({ id }) => id === at);
  return (
    <fieldset disabled={!write} className="one-form">
      {question ? (
        <QuestionForm question={question} editing={editing} />
      ) : outcome ? (
        <OutcomeForm outcome={outcome} editing={editing} />
      ) : at === 'variables' ? (
        <VariablesForm editing={editing} />
      ) : at === 'whole' ? (
        <WholeForm editing={editing} />
      ) : at === 'walks' ? (
        <WalksForm editing={editing} troubles={troubles} />
      ) : (
        <p className="empty">{words.pick}</p>
      )}
    </fieldset>
  );
}
