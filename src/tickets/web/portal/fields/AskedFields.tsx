import { useEffect } from 'react';
import { checkFields } from '#tickets/rules/fields/filling.ts';
import { filledFrom, startOf } from '#tickets/rules/templates/template.ts';
import type { Template } from '#tickets/rules/templates/schemas.ts';
import { Button, Problem, toast, useLang } from '#ui/ui.ts';
import { CustomFields, useCustomFieldWords } from '../../fields/CustomFields.tsx';
import { partOf, sentValues, type Written } from '../../fields/written.ts';
import type { Question } from '../words.ts';
import type { Asked } from './use-asked.ts';

interface AskedFieldsProps {
  asked: Asked;
  question: Question;
  /** What stands in the form before anybody writes. */
  untouched: Question;
  /** What was sent when the problem came: a field that was changed since is no longer called wrong. */
  tried: Question | undefined;
  change: (more: Partial<Question>) => void;
  problem: Problem | undefined;
}

/** What the chosen category asks of its own, and the forms that may fill in what is empty. */
export function AskedFields(props: AskedFieldsProps) {
  const { asked, question, tried, change, problem } = props;
  const [lang] = useLang();
  const { answers, fields } = asked;
  const written = question as unknown as Written;
  useEffect(() => {
    answers.current = () => {
      if (!fields) return { sent: {}, errors: [] };
      const values = sentValues(fields.items, written, question);
      const people = fields.people.map(({ id }) => id);
      const faults = checkFields(fields.items, values, {
        about: question,
        at: 'opening',
        today: fields.today,
        people,
      });
      const errors = faults.map(({ id, sentence }) => ({ field: `fields.${id}`, sentence: sentence[lang] }));
      return { sent: { fields: values }, errors };
    };
    return () => {
      answers.current = () => ({ sent: {}, errors: [] });
    };
  });
  const same = (id: string) =>
    written[partOf(Number(id))] === (tried as unknown as Written | undefined)?.[partOf(Number(id))];
  const still =
    problem &&
    new Problem({
      status: problem.status,
      detail: problem.detail,
      errors: problem.errors.filter(({ field }) => same(field.replace('fields.', ''))),
    });
  return (
    <>
      <Beginnings {...props} />
      {fields && (
        <CustomFields
          opening
          fields={fields.items}
          written={written}
          about={question}
          change={more => change(more as Partial<Question>)}
          problem={still}
          people={fields.people}
          today={fields.today}
        />
      )}
    </>
  );
}

/** Quiet offers: a form for what is asked again and again. What was written stays. */
function Beginnings({ asked, question, untouched, change }: AskedFieldsProps) {
  const words = useCustomFieldWords();
  const [lang] = useLang();
  const offered = asked.templates?.items.filter(({ id }) => String(id) !== question.template) ?? [];
  if (offered.length === 0) return null;
  const use = (template: Template) => {
    const written = question as unknown as Written;
    const start = filledFrom(written, startOf(template, lang), untouched as unknown as Written);
    const filled = { ...start, template: String(template.id) };
    const before = Object.fromEntries(Object.keys(filled).map(part => [part, written[part] ?? '']));
    change(filled as Partial<Question>);
    toast({
      text: words.used_template(template.name[lang]),
      action: { label: words.undo, run: () => change(before as Partial<Question>) },
    });
  };
  return (
    <div className="beginnings">
      {offered.map(template => (
        <Button key={template.id} small onClick={() => use(template)}>
          {words.use_template(template.name[lang])}
        </Button>
      ))}
    </div>
  );
}
