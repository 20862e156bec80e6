import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { category_ids } from '#tickets/rules/categories.ts';
import { impacts, urgencies } from '#tickets/rules/priority.ts';
import { for_whom, type ForWhom } from '#tickets/rules/templates/template.ts';
import type { Template } from '#tickets/rules/templates/schemas.ts';
import { SheetForm } from '#ui/floating/SheetForm.tsx';
import { Select, TextArea, TextField, toast, useLang, useSubmit } from '#ui/ui.ts';
import { CustomFields } from '../../fields/CustomFields.tsx';
import { useTicketWords } from '../../words.ts';
import { askFields } from '../fields/asking.ts';
import '../fields/fields-page.css';
import { useKeeping } from '../fields/keeping.ts';
import { useFieldsWords } from '../fields/words.ts';
import { fillable, formOf, templateIn, type Box } from './template-form.ts';

interface TemplateSheetProps {
  /** Which to change; none is a new one. */
  template: Template | undefined;
  onClose: () => void;
}

/** What a template is called, for whom it is, and what it fills in; every box may stay empty but its name. */
export function TemplateSheet({ template, onClose }: TemplateSheetProps) {
  const { templates: words, form: buttons } = useFieldsWords();
  const labels = useTicketWords();
  const [lang] = useLang();
  const { data } = useQuery(askFields());
  const { refresh } = useKeeping('/api/templates', words);
  const { submit, busy, problem } = useSubmit<Template>(template ? 'patch' : 'post');
  const [form, setForm] = useState(() => formOf(template));
  const change = (more: Record<string, string>) => setForm(now => ({ ...now, ...more }));
  const save = async () => {
    const path = template ? `/api/templates/${template.id}` : '/api/templates';
    const saved = await submit(path, templateIn(form, data?.items ?? []));
    if (!saved) return;
    await refresh();
    toast({ text: (template ? words.saved : words.added)(saved.name[lang]) });
    onClose();
  };
  const wired = (box: Box) => ({
    value: form[box],
    error: problem?.of(box.replace('_', '.')),
    onChange: (event: { target: { value: string } }) => change({ [box]: event.target.value }),
  });
  const choices = <Id extends string>(ids: readonly Id[], names: Record<Id, string>, none: string) => [
    <option key="" value="">
      {none}
    </option>,
    ...ids.map(id => (
      <option key={id} value={id}>
        {names[id]}
      </option>
    )),
  ];
  return (
    <SheetForm
      title={template ? words.change_this(template.name[lang]) : words.add}
      deed={buttons.save}
      cancel={buttons.cancel}
      busy={busy}
      problem={problem}
      onSubmit={() => void save()}
      onClose={onClose}
    >
      <div className="field-form">
        <div className="pair">
          <TextField
            label={buttons.name_en}
            autoFocus
            autoComplete="off"
            maxLength={80}
            {...wired('name_en')}
          />
          <TextField label={buttons.name_fr} autoComplete="off" maxLength={80} {...wired('name_fr')} />
        </div>
        <div className="pair">
          <Select
            label={words.for_whom_label}
            value={form.for_whom}
            onChange={event => setForm({ ...form, for_whom: event.target.value as ForWhom })}
          >
            {for_whom.map(whom => (
              <option key={whom} value={whom}>
                {words.for_whom[whom]}
              </option>
            ))}
          </Select>
          <Select label={words.category} {...wired('category')}>
            {choices(category_ids, labels.categories, words.any_category)}
          </Select>
        </div>
        <p className="quiet t-13">{words.both}</p>
        <div className="pair">
          <TextField label={words.subject_en} autoComplete="off" maxLength={200} {...wired('subject_en')} />
          <TextField label={words.subject_fr} autoComplete="off" maxLength={200} {...wired('subject_fr')} />
        </div>
        <div className="pair">
          <TextArea label={words.description_en} rows={4} maxLength={5000} {...wired('description_en')} />
          <TextArea label={words.description_fr} rows={4} maxLength={5000} {...wired('description_fr')} />
        </div>
        <div className="pair">
          <Select label={words.impact} {...wired('impact')}>
            {choices(impacts, labels.impacts, words.leave)}
          </Select>
          <Select label={words.urgency} {...wired('urgency')}>
            {choices(urgencies, labels.urgencies, words.leave)}
          </Select>
        </div>
        {data && (
          <CustomFields
            fields={fillable(data.items, form)}
            written={form}
            about={form}
            change={change}
            problem={problem}
            people={[]}
            today={data.today}
          />
        )}
      </div>
    </SheetForm>
  );
}
