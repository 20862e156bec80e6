import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Template } from '#tickets/rules/templates/schemas.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, IconButton, Nothing, NotYet, useLang } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { askTemplates } from '../fields/asking.ts';
import { useKeeping } from '../fields/keeping.ts';
import { useFieldsWords } from '../fields/words.ts';
import { TemplateSheet } from './TemplateSheet.tsx';

/** Which templates there are, for whom, and how often each was used. */
export function TemplatesPage() {
  const { page, templates: words } = useFieldsWords();
  const asked = useQuery(askTemplates());
  const { data } = asked;
  const [sheet, setSheet] = useState<Template | 'new'>();
  return (
    <WorkPage
      above={<Link to="/desk/settings">{page.back}</Link>}
      title={words.title}
      lead={words.lead}
      deeds={
        data?.can.change && (
          <Button icon="plus" onClick={() => setSheet('new')}>
            {words.add}
          </Button>
        )
      }
    >
      <NotYet asked={asked} lines={6} words={page} />
      {data?.items.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
      {data && data.items.length > 0 && (
        <ul className="lines">
          {data.items.map(template => (
            <Line
              key={template.id}
              template={template}
              may={data.can.change}
              onChange={() => setSheet(template)}
            />
          ))}
        </ul>
      )}
      {sheet && (
        <TemplateSheet template={sheet === 'new' ? undefined : sheet} onClose={() => setSheet(undefined)} />
      )}
    </WorkPage>
  );
}

interface LineProps {
  template: Template;
  may: boolean;
  onChange: () => void;
}

function Line({ template, may, onChange }: LineProps) {
  const words = useFieldsWords().templates;
  const { categories } = useTicketWords();
  const [lang] = useLang();
  const keep = useKeeping('/api/templates', words);
  const name = template.name[lang];
  return (
    <li>
      <span className="line-text">
        <span className="name">{name}</span>
        <br />
        <span className="quiet t-13">
          {[
            words.for_whom[template.for_whom],
            template.category ? categories[template.category] : words.any_category,
            words.used_times(template.used ?? 0),
          ].join(' · ')}
        </span>
      </span>
      {may && (
        <span className="deeds">
          <Button small look="bare" onClick={onChange}>
            {words.change}
          </Button>
          <IconButton small icon="x" label={words.remove(name)} onClick={() => void keep.remove(template)} />
        </span>
      )}
    </li>
  );
}
