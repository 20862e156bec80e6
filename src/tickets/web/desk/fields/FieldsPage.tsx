import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { category_ids, type Category } from '#tickets/rules/categories.ts';
import type { Field } from '#tickets/rules/fields/schemas.ts';
import { WorkPage } from '#ui/parts/WorkPage.tsx';
import { Button, Nothing, NotYet, Select } from '#ui/ui.ts';
import { useTicketWords } from '../../words.ts';
import { askFields } from './asking.ts';
import { FieldLines } from './FieldLines.tsx';
import { FieldPreview } from './FieldPreview.tsx';
import { FieldSheet } from './FieldSheet.tsx';
import './fields-page.css';
import { useFieldsWords } from './words.ts';

/** Which fields there are, by category, and what the school is asked there. */
export function FieldsPage() {
  const words = useFieldsWords().page;
  const { categories } = useTicketWords();
  const asked = useQuery(askFields());
  const { data } = asked;
  const [chosen, setChosen] = useState<Category | ''>('');
  const [sheet, setSheet] = useState<Field | 'new'>();
  const items = data?.items ?? [];
  const of = (category: Category) => items.filter(field => field.categories.includes(category));
  const shown = chosen ? [chosen] : category_ids.filter(category => of(category).length > 0);
  return (
    <WorkPage
      above={<Link to="/desk/settings">{words.back}</Link>}
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
      <NotYet asked={asked} lines={6} words={words} />
      {data && (
        <>
          <div className="fields-choice">
            <Select
              label={words.category}
              value={chosen}
              onChange={event => setChosen(event.target.value as Category | '')}
            >
              <option value="">{words.all}</option>
              {category_ids.map(id => (
                <option key={id} value={id}>
                  {categories[id]}
                  {of(id).length > 0 && ` (${of(id).length})`}
                </option>
              ))}
            </Select>
          </div>
          {shown.map(category => (
            <section key={category} aria-label={categories[category]}>
              <h2>{categories[category]}</h2>
              {of(category).length > 0 ? (
                <FieldLines fields={of(category)} all={items} may={data.can.change} onChange={setSheet} />
              ) : (
                <Nothing title={words.none_here} hint={words.none_hint} />
              )}
            </section>
          ))}
          {shown.length === 0 && <Nothing title={words.none} hint={words.none_hint} />}
          {chosen && <FieldPreview category={chosen} of={data} />}
        </>
      )}
      {sheet && (
        <FieldSheet
          field={sheet === 'new' ? undefined : sheet}
          category={chosen}
          all={items}
          onClose={() => setSheet(undefined)}
        />
      )}
    </WorkPage>
  );
}
